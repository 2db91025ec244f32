// On a phone the filters fold away (chips tell what is chosen); at the desk they stand open.
const PHONE = matchMedia("(max-width: 63.99em)");

class FilterFold extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector("details");
    details.open = !PHONE.matches;
    details.classList.add("is-ready");
    PHONE.addEventListener("change", () => (details.open = !PHONE.matches || details.open));
  }
}

customElements.define("filter-fold", FilterFold);
