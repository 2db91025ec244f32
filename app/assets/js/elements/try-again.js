// On the page that stands for another one without a signal: that one opens as soon as it can.
const EVERY = 15000;

class TryAgain extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    window.addEventListener("online", this);
    document.addEventListener("visibilitychange", this);
    this.#timer = setInterval(() => this.handleEvent(), EVERY);
  }

  disconnectedCallback() {
    window.removeEventListener("online", this);
    document.removeEventListener("visibilitychange", this);
    clearInterval(this.#timer);
  }

  async handleEvent() {
    if (document.hidden) return;
    try {
      // The worker leaves this address alone, so an answer means a signal.
      await fetch("/healthz", { cache: "no-store" });
      location.reload();
    } catch {
      // Still none.
    }
  }
}

customElements.define("try-again", TryAgain);
