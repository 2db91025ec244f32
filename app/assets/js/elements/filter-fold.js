// On a phone the filters fold away unless one is chosen; at the desk they always stand open.
const PHONE = matchMedia("(max-width: 63.99em)");

class FilterFold extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    details.open = !PHONE.matches || this.hasAttribute("chosen");
    details.classList.add("is-ready");
    PHONE.addEventListener("change", () => (details.open = !PHONE.matches || details.open));
  }
}

customElements.define("filter-fold", FilterFold);
