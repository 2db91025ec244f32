// On a copy: says from when it is (the worker wrote that), and makes it whole when the signal is back.
import { hasUnsaved } from "./unsaved.js";

const SOON = 2000;
const EVERY = 15000;

class KeptCopy extends HTMLElement {
  #timer = 0;
  #wasLost = !navigator.onLine;

  connectedCallback() {
    if (this.hidden) return; // this page came from the server
    window.addEventListener("online", this);
    document.addEventListener("visibilitychange", this);
    this.querySelector("button").addEventListener("click", () => location.reload());
    this.#plan(SOON);
  }

  disconnectedCallback() {
    window.removeEventListener("online", this);
    document.removeEventListener("visibilitychange", this);
    clearTimeout(this.#timer);
  }

  async handleEvent() {
    if (document.hidden) return; // looked at again, it asks again
    const session = await fetch("/api/sesi", { cache: "no-store" }).then((answer) => answer.json(), () => null);
    if (session) return this.#found(session);
    this.#wasLost = true;
    this.#plan(EVERY);
  }

  /** Nothing typed: the latest by itself. Else a way to send what was typed, and to look later. */
  #found({ uid, csrf }) {
    if (String(uid) === document.body.dataset.reader) {
      for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = csrf;
      if (!document.dispatchEvent(new Event("signal", { cancelable: true }))) return;
    }
    if (this.#wasLost && !hasUnsaved()) return location.reload();
    const latest = this.querySelector("button");
    if (latest.hidden) this.querySelector("span").textContent += ` ${this.dataset.back}`;
    latest.hidden = false;
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.handleEvent(), delay);
  }
}

customElements.define("kept-copy", KeptCopy);
