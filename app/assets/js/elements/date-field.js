// A day said back in words: the browser shows it in its own language and order.
import { dayInWords } from "../support/days.js";

class DateField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const echo = this.querySelector(".dated__echo");
    const say = () => (echo.textContent = dayInWords(input.value));
    input.addEventListener("input", say);
    say();
  }
}

customElements.define("date-field", DateField);
