// Typing on a small glass: let the person look at the password.
class ShowPassword extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const button = this.querySelector("button");
    const words = button.querySelector("span");
    const show = words.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      const isShown = input.type === "password";
      input.type = isShown ? "text" : "password";
      words.textContent = isShown ? button.dataset.hide : show;
      button.setAttribute("aria-pressed", String(isShown));
    });
    input.form?.addEventListener("submit", () => (input.type = "password"));
  }
}

customElements.define("show-password", ShowPassword);
