// Empty is not nought: one tap writes 0 into every empty figure of the form.
class FillZeros extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.#fill(event));
  }

  #fill(event) {
    const form = event.target.form;
    if (!form) return;
    event.preventDefault();
    for (const input of form.querySelectorAll("money-field input.input")) {
      if (input.value.trim()) continue;
      input.value = "0";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.hidden = true;
  }
}

customElements.define("fill-zeros", FillZeros);
