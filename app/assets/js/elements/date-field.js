// A day said back in words: the browser shows it in its own language and order.
import { dayInWords } from "../support/days.js";

const PARTS = ["day", "month", "year"];

class DateField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const echo = this.querySelector(".dated__echo");
    const hint = inOrder(this.dataset.parts.split("/"));
    const say = () => (echo.textContent = dayInWords(input.value) || hint);
    input.addEventListener("input", say);
    say();
  }
}

/** The words for day, month and year in the order this browser's empty field asks for them: "mm/dd/yyyy" is English. */
function inOrder(words) {
  const shown = new Intl.DateTimeFormat().formatToParts().map((part) => PARTS.indexOf(part.type));
  return shown.filter((place) => place >= 0).map((place) => words[place]).join("/");
}

customElements.define("date-field", DateField);
