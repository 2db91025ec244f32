// While a question is written, up to three answers that are there already. Nothing typed leaves the phone.
import { Answers } from "./answers.js";
import { countLater, countWaiting } from "./counting.js";
import { answersFrom } from "./file.js";

const ENOUGH = 15; // letters; fewer say too little
const BREATH = 400;

class SuggestAnswers extends HTMLElement {
  #answers = null;
  #field = this.querySelector("textarea");
  #box = this.querySelector(".suggest__box");
  #timer = 0;
  #question = crypto.randomUUID();

  connectedCallback() {
    this.#field.addEventListener("input", () => this.#soon());
    this.#box.addEventListener("click", (event) => this.#pressed(event.target.closest("button")));
    countWaiting();
    this.#begin().catch(() => {}); // without the file one simply asks
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  async #begin() {
    this.#answers = new Answers(await answersFrom(this.dataset.index));
    this.#box.hidden = false;
    this.#show();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), BREATH);
  }

  #show() {
    if (!this.#answers || !this.#question) return;
    const text = this.#field.value.trim();
    const found = text.length > ENOUGH ? this.#answers.for(text) : [];
    const refs = found.map(({ ref }) => ref).join(" ");
    const title = this.#part("title");
    title.textContent = found.length ? title.dataset.some : title.dataset.none;
    title.classList.toggle("is-some", found.length > 0);
    this.#part("ask").hidden = !found.length;
    if (this.#part("list").dataset.refs === refs) return; // said once, not at every letter
    this.#part("list").dataset.refs = refs;
    this.#part("list").replaceChildren(...found.map((one) => this.#item(one)));
    this.#box.style.minBlockSize = `${this.#box.offsetHeight}px`;
  }

  #item({ kind, ref, url, title, sentence }) {
    const item = this.querySelector("ul[hidden] > [data-part=item]").cloneNode(true);
    item.querySelector("b").textContent = title;
    item.querySelector("span").textContent = sentence;
    item.querySelector("a").href = url;
    item.querySelector(".vh").textContent = `: ${title}`;
    Object.assign(item.querySelector("button").dataset, { kind, ref });
    return item;
  }

  #pressed(button) {
    if (!button || !this.#question) return;
    if (button.dataset.ref) this.#answered(button.dataset);
    else this.#ask();
    this.#question = ""; // one question is counted once, and asked about once
  }

  #ask() {
    this.#box.hidden = true;
    this.#field.focus();
  }

  #answered({ kind, ref }) {
    const topic = this.closest("form")?.elements[this.dataset.topic]?.value ?? this.dataset.topic;
    countLater({ question: this.#question, kind, ref, topic });
    const done = this.querySelector("[data-part=done]");
    this.#box.hidden = true;
    done.hidden = false;
    done.querySelector("a").focus();
    this.dispatchEvent(new CustomEvent("suggest:answered", { bubbles: true, detail: { ref } }));
  }

  #part(name) {
    return this.#box.querySelector(`[data-part=${name}]`);
  }
}

customElements.define("suggest-answers", SuggestAnswers);
