// A draft that saves itself: soon after a change, when the page is hidden, again when it failed.
import { badge, isSignedOut, notice, place, saveDraft, takeLostBack } from "../support/answer.js";
import { DraftCopy, entriesOf } from "../support/draft-copy.js";

const SOON = 1500;
const LATER = [2000, 5000, 15000, 30000];

class AutoSave extends HTMLElement {
  #form;
  #copy;
  #timer = 0;
  #tries = 0;
  #button = null; // pressed while nothing got through
  isCutOff = false; // nothing gets through: whoever sends forms asks
  #state = "saved"; // saved, changed, sending, stuck

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#copy = new DraftCopy(this.dataset.person, location.pathname);
    for (const name of ["input", "change"]) this.#form.addEventListener(name, () => this.#changed());
    this.#form.addEventListener("submit", () => this.#leave());
    document.addEventListener("visibilitychange", this);
    for (const name of ["online", "beforeunload"]) window.addEventListener(name, this);
    this.#restore();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this);
    for (const name of ["online", "beforeunload"]) window.removeEventListener(name, this);
  }

  handleEvent(event) {
    if (event.type === "beforeunload") {
      if (this.#state === "changed" || this.#state === "stuck") event.preventDefault();
    } else if (this.#state === "changed" && (event.type === "online" || document.hidden)) {
      this.#send();
    }
  }

  /** A button was pressed in vain: try now, and go on where it leads if that works. */
  pressed(button) {
    this.#button = button;
    if (this.#state !== "sending") this.#send();
  }

  #restore() {
    if (!this.#copy.restore(this.#form)) return this.#copy.forget();
    notice(this.dataset.restored);
    this.#changed(); // the figures wake after this element, and say back what was put back
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
    if (this.#state !== "saved") this.#copy.keep(entriesOf(this.#form));
    this.#state = "saved";
    this.#button = null;
  }

  async #send() {
    clearTimeout(this.#timer);
    this.#state = "sending";
    badge("edit", this.dataset.saving);
    try {
      await this.#answered(await saveDraft(this.#form));
    } catch {
      this.isCutOff = true;
      this.#again();
    }
  }

  async #answered(response) {
    this.isCutOff = false;
    takeLostBack();
    if (isSignedOut(response)) return this.#stick(this.dataset.signin, location.pathname);
    if (response.status >= 500) return this.#again();
    if (!response.ok && response.status !== 422) return this.#stick(this.dataset.conflict);
    place(await response.text());
    this.#tries = 0;
    this.#saved(response.headers.get("X-Saved-At"));
  }

  #saved(time) {
    if (this.#button) return this.#form.requestSubmit(this.#button);
    if (this.#state === "changed") return this.#plan(SOON);
    if (this.#state !== "sending") return; // the whole page has left since, with all that is on it
    this.#state = "saved";
    this.#copy.forget();
    badge("done", `${this.dataset.saved}${time ? ` · ${time}` : ""}`);
  }

  #again() {
    this.#state = "changed";
    this.#button = null;
    badge("warn", this.dataset.failed);
    this.#plan(LATER[Math.min(this.#tries, LATER.length - 1)]);
    this.#tries += 1;
  }

  #stick(words, url = "") {
    this.#state = "stuck";
    badge("warn", this.dataset.phone);
    notice(words, url).addEventListener("click", () => (this.#state = "saved"));
  }
}

customElements.define("auto-save", AutoSave);
