// A draft that saves itself: soon after a change, when the page is hidden, again when it failed.
import { badge, notice, place, postPartial } from "../support/answer.js";
import { DraftCopy, entriesOf } from "../support/draft-copy.js";

const SOON = 1500;
const LATER = [2000, 5000, 15000, 30000];

class AutoSave extends HTMLElement {
  #form;
  #copy;
  #timer = 0;
  #tries = 0;
  #still = [];
  #state = "saved"; // saved, changed, sending, stuck

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#copy = new DraftCopy(this.dataset.person, location.pathname);
    for (const name of ["input", "change"]) this.#form.addEventListener(name, () => this.#changed());
    this.addEventListener("draft:still", (event) => this.#confirm(event.detail));
    this.#form.addEventListener("submit", () => this.#leave());
    document.addEventListener("visibilitychange", this);
    window.addEventListener("online", this);
    window.addEventListener("beforeunload", this);
    this.#restore();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this);
    window.removeEventListener("online", this);
    window.removeEventListener("beforeunload", this);
  }

  handleEvent(event) {
    if (event.type === "beforeunload") {
      if (this.#state === "changed" || this.#state === "stuck") event.preventDefault();
    } else if (this.#state === "changed" && (event.type === "online" || document.hidden)) {
      this.#send();
    }
  }

  #restore() {
    if (!this.#copy.restore(this.#form)) return this.#copy.forget();
    notice(this.dataset.restored);
    for (const field of this.querySelectorAll("money-field input.input")) {
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#changed();
  }

  #confirm(code) {
    this.#still.push(code);
    this.#changed();
  }

  #changed() {
    this.#copy.keep(entriesOf(this.#form));
    if (this.#state === "stuck") return;
    if (this.#state !== "sending") this.#plan(SOON);
    this.#state = "changed";
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), delay);
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#state = "saved";
    this.#copy.leave();
  }

  async #send() {
    clearTimeout(this.#timer);
    this.#state = "sending";
    badge("edit", this.dataset.saving);
    const body = new URLSearchParams(new FormData(this.#form));
    const still = this.#still[0];
    body.append("autosave", "1");
    if (still) body.append("still", still);
    try {
      await this.#answered(await postPartial(this.#form.action, body), still);
    } catch {
      this.#again();
    }
  }

  async #answered(response, still) {
    const signIn = response.headers.get("HX-Redirect") || (response.redirected && response.url);
    if (signIn || response.status === 401) return this.#stick(this.dataset.signin, signIn);
    if (response.status >= 500) throw new Error("server");
    if (!response.ok && response.status !== 422) return this.#stick(this.dataset.conflict);
    place(await response.text());
    this.#tries = 0;
    this.#still = this.#still.filter((code) => code !== still);
    this.#saved(response.headers.get("X-Saved-At"));
  }

  #saved(time) {
    if (this.#state === "changed") return this.#plan(SOON);
    if (this.#still.length) return this.#send();
    this.#state = "saved";
    this.#copy.forget();
    badge("done", `${this.dataset.saved}${time ? ` · ${time}` : ""}`);
  }

  #again() {
    this.#state = "changed";
    badge("warn", this.dataset.failed);
    this.#plan(LATER[Math.min(this.#tries, LATER.length - 1)]);
    this.#tries += 1;
  }

  #stick(words, url) {
    this.#state = "stuck";
    badge("warn", this.dataset.phone);
    notice(words, url || "");
  }
}

customElements.define("auto-save", AutoSave);
