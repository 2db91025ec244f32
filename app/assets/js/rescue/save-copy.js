// "Simpan salinan": what it takes is fetched when it is asked for.
class SaveCopy extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-copy]")));
  }

  async #pressed(button) {
    if (!button) return;
    button.setAttribute("aria-busy", "true");
    try {
      const rescue = await import(this.dataset.script);
      this.#show(await rescue[button.dataset.copy](this.dataset.point));
    } catch (fault) {
      this.#show({ what: fault.name === "Locked" ? "locked" : "failed" });
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  /** `what` came of it, in the words of the page. */
  #show(told) {
    for (const part of this.querySelectorAll("[data-when]")) {
      part.hidden = part.dataset.when !== told.what;
      for (const words of part.querySelectorAll("[data-tells]")) {
        words.textContent = words.dataset.tells.replace(/{(\w+)}/g, (_all, name) => told[name]);
        words.hidden = told[words.dataset.if] === 0;
      }
    }
    for (const share of this.querySelectorAll("[data-copy=share]")) share.hidden = !told.isShareable;
  }
}

customElements.define("save-copy", SaveCopy);
