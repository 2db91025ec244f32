// Asks about a figure that looks wrong, at its field and only once it has been left: the one who typed it knows.
import { keepingStill, onceLeft } from "./calmly.js";
import { typedIn } from "./typed.js";
import { sentence } from "./sentences.js";

export class Doubts {
  #served; // what stood in each field when the page came
  #shown = new Map(); // doubt -> field

  constructor(form, draft) {
    Object.assign(this, { form, draft });
    this.#served = typedIn(form).figures;
    onceLeft(form, (field) => this.#left(field));
    form.addEventListener("click", ({ target }) => this.#answered(target.closest("[data-answer]")));
    form.addEventListener("input", ({ target }) => this.#putBack(target));
    for (const field of form.querySelectorAll(".doubt textarea")) this.#putBack(field);
  }

  /** A reason that was not sent comes back, and its question with it. */
  #putBack(field) {
    if (!field.matches(".doubt textarea") || !field.value) return;
    const code = field.name.replace("__reason", "");
    if (this.#place(code).hidden) this.#ask(code);
  }

  #left(field) {
    const isFigure = field.closest("money-field") && field.matches("input.input, [type=radio]");
    if (isFigure) this.#ask(field.name.replace("__sign", ""));
  }

  /** Everything asked so far looked at again, and the field just left. */
  #ask(code) {
    const found = new Map(this.draft.check(typedIn(this.form)).doubts.map((each) => [idOf(each), each]));
    for (const [id, at] of this.#shown) if (!found.has(id)) this.#hide(id, at);
    const fresh = [...found].find(([id, each]) => each.figures.includes(code) && this.#isOpen(id, code));
    if (fresh) this.#show(...fresh, code);
    for (const [id, at] of this.#shown) this.#say(at, sentence(found.get(id), this.draft));
  }

  /** One question at a field, and each question once; what was explained before only when it has changed. */
  #isOpen(id, code) {
    if (this.#shown.has(id) || [...this.#shown.values()].includes(code)) return false;
    const hasChanged = typedIn(this.form).figures[code] !== this.#served[code];
    return hasChanged || !this.draft.island.explanations[id] || Boolean(this.#reason(code).value);
  }

  #show(id, found, code) {
    const given = this.draft.island.explanations[id];
    this.#shown.set(id, code);
    this.#say(code, sentence(found, this.draft));
    if (!this.#reason(code).value && given) this.#reason(code).value = given;
    keepingStill(() => {
      this.#place(code).hidden = false;
      this.#open(code, Boolean(this.#reason(code).value));
    });
    this.#input(code).closest("money-field").classList.add("money--doubt");
  }

  #hide(id, code) {
    this.#shown.delete(id);
    this.#reason(code).value = "";
    this.#open(code, false);
    keepingStill(() => (this.#place(code).hidden = true));
    this.#input(code).closest("money-field").classList.remove("money--doubt");
  }

  #answered(button) {
    if (!button) return;
    const code = button.closest(".doubt").id.replace(/-doubt$/, "");
    const isRight = button.dataset.answer === "right";
    if (!isRight) this.#reason(code).value = "";
    this.#open(code, isRight);
    const next = isRight ? this.#reason(code) : this.#input(code);
    next.focus();
    if (!isRight) next.dispatchEvent(new Event("input", { bubbles: true })); // the reason is taken back
  }

  #open(code, isOpen) {
    const place = this.#place(code);
    place.querySelector(".doubt__why").hidden = !isOpen;
    place.querySelector("[aria-expanded]").setAttribute("aria-expanded", String(isOpen));
    const [id] = [...this.#shown].find(([, at]) => at === code) ?? [""];
    const asked = this.form.elements[`${code}__asked`];
    if (id) asked.value = id;
    asked.disabled = !id;
  }

  #say(code, words) {
    const line = this.#place(code).querySelector(".doubt__text");
    if (line.textContent !== words) line.textContent = words;
  }

  #place = (code) => document.getElementById(`${code}-doubt`);
  #input = (code) => document.getElementById(code);
  #reason = (code) => this.form.elements[`${code}__reason`];
}

const idOf = ({ key, figures }) => (figures.length ? `${key}:${figures[0]}` : key);
