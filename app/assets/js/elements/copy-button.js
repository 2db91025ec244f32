// Without script the words are read and typed.
class CopyButton extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    this.hidden = false;
    this.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.dataset.text);
      this.querySelector("span").textContent = this.dataset.done;
    });
  }
}

customElements.define("copy-button", CopyButton);
