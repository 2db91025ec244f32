// On the page that stands for another one without a signal: that one opens as soon as it can.
const SOON = 2000;
const EVERY = 15000;

class TryAgain extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    window.addEventListener("online", this);
    document.addEventListener("visibilitychange", this);
    this.#plan(SOON); // the signal may be back by now
  }

  disconnectedCallback() {
    window.removeEventListener("online", this);
    document.removeEventListener("visibilitychange", this);
    clearTimeout(this.#timer);
  }

  async handleEvent() {
    if (document.hidden) return; // looked at again, it asks again
    try {
      // The worker leaves this address alone, so an answer means a signal.
      await fetch("/healthz", { cache: "no-store" });
      location.reload();
    } catch {
      this.#plan(EVERY);
    }
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.handleEvent(), delay);
  }
}

customElements.define("try-again", TryAgain);
