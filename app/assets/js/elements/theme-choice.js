// Light, dark, or as the phone has it: a cookie the server reads at the next page.
const YEAR = 31536000;

class ThemeChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", (event) => this.#choose(event.target.value));
  }

  #choose(theme) {
    document.cookie = `theme=${theme}; path=/; max-age=${theme ? YEAR : 0}; samesite=lax`;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }
}

customElements.define("theme-choice", ThemeChoice);
