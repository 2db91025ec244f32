// One figure: nothing moves while typing, the echo says it back, blur writes it tidily.
import { formatRupiah, LARGEST, meanings, parseRupiah } from "../support/rupiah.js";
import { echo } from "../support/spoken.js";

class MoneyField extends HTMLElement {
  #input;
  #echo;
  #zeros;

  connectedCallback() {
    this.#input = this.querySelector("input.input");
    this.#echo = this.querySelector(".money__echo");
    this.#zeros = this.querySelector(".money__nol");
    this.#input.addEventListener("focus", () => this.#input.select());
    this.#input.addEventListener("input", () => this.#typed());
    this.#input.addEventListener("blur", () => this.#tidy());
    this.#input.addEventListener("keydown", (event) => this.#onward(event));
    this.#wakeZeros();
    this.querySelector("[data-copied] button")?.addEventListener("click", (event) => this.#still(event));
    this.#say();
  }

  #wakeZeros() {
    if (!this.#zeros) return;
    this.#zeros.hidden = false;
    // The keyboard of a phone stays only while the field keeps the focus.
    this.#zeros.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#zeros.addEventListener("click", () => this.#addZeros());
  }

  #addZeros() {
    const { amount } = parseRupiah(this.#input.value);
    if (!amount || amount * 1000 > LARGEST) return;
    this.#input.value = formatRupiah(amount * 1000);
    this.#input.focus();
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #typed() {
    this.#lookedAt();
    this.#say();
  }

  #say() {
    const { amount } = parseRupiah(this.#input.value);
    if (this.getAttribute("unit") !== "rupiah") return;
    this.#write(amount === undefined ? "" : echo(amount), false);
  }

  #tidy() {
    const { amount, fault } = parseRupiah(this.#input.value);
    if (amount !== undefined) {
      this.#input.value = formatRupiah(amount);
      this.#forgive();
    } else if (fault !== "empty") {
      this.#blame(this.#words(fault));
    }
  }

  // One sentence at a field: in the red of the server where there is one, else as a hint.
  #blame(words) {
    const red = this.querySelector(".wrong > span");
    if (red) red.textContent = words;
    this.#write(red ? "" : words, true);
  }

  #forgive() {
    this.#input.removeAttribute("aria-invalid");
    this.classList.remove("money--wrong");
    this.querySelector(".wrong")?.remove();
  }

  #words(fault) {
    const said = (name) => this.closest("auto-save")?.getAttribute(`data-${name}`);
    const meant = meanings(this.#input.value).map(formatRupiah);
    const kind = fault === "negative" && this.querySelector(".money__sign") ? "sign" : meant.length;
    const unit = this.getAttribute("unit");
    const about = unit === "rupiah" ? fault : `${unit}-${fault}`; // people have no cents
    const sentence = said(`${about}-${kind}`) ?? said(about) ?? "";
    const label = this.querySelector(".label").firstChild.textContent.trim();
    const told = { label, typed: this.#input.value, less: meant[0], more: meant[1] };
    return sentence.replace(/\{(\w+)\}/g, (_all, name) => told[name] ?? "");
  }

  #write(text, doubtful) {
    this.#echo.textContent = text;
    this.#echo.classList.toggle("money__echo--doubt", doubtful);
  }

  #onward(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const fields = [...this.#input.form.querySelectorAll("input.input:not([readonly])")];
    const following = fields[fields.indexOf(this.#input) + 1];
    (following ?? document.querySelector(".dock button[type=submit]"))?.focus();
  }

  #still(event) {
    if (!this.closest("auto-save")) return;
    event.preventDefault();
    const buttons = [...this.#input.form.querySelectorAll("[data-copied] button")];
    const following = buttons[buttons.indexOf(event.currentTarget) + 1];
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
    (following ?? this.#input).focus(); // on to the next copy; no keyboard opens over it
  }

  // Said to the server with whatever is sent next: a save by itself, or the button.
  #lookedAt() {
    const mark = this.querySelector("[data-copied]");
    if (!mark) return;
    this.classList.remove("money--copy");
    const seen = document.createElement("input");
    Object.assign(seen, { type: "hidden", name: "seen", value: this.#input.name });
    mark.replaceWith(seen);
  }
}

customElements.define("money-field", MoneyField);
