// A form that is never lost: on the phone at once, on the server by itself where its address takes
// that, and what is pressed without a signal waits its turn. The badge always says the weaker truth.
import { ByItself } from "../draft/by-itself.js";
import { Draft } from "../draft/draft.js";
import { describe, sendOrKeep } from "../draft/pressing.js";
import { canKeep } from "../draft/store.js";
import { goTo, notice, show, tellLost } from "../support/answer.js";
import { beginAnew, signPage } from "../draft/turns.js";
import { afterPaint } from "../support/lazily.js";
import { release } from "../support/once.js";

const STAYS = ["still", "zeros"]; // what these do, the same page shows

class AutoSave extends HTMLElement {
  #form;
  #draft;
  #server;
  #about;
  #isNative = false;
  #isRestoring = false;
  #gone = new AbortController();

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#about = describe(this.#form, this.dataset);
    signPage(this.#form);
    const putBack = (fields, isUnsent) => this.#putBack(fields, isUnsent);
    this.#draft = new Draft(this.#form, this.#about, { tell: (fault) => this.#kept(fault), putBack });
    this.#server = new ByItself(this.#form, this.#draft, this.#about, this.dataset);
    for (const name of ["input", "change"]) this.#form.addEventListener(name, (event) => this.#changed(event.target));
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    const { signal } = this.#gone;
    for (const name of ["online", "beforeunload"]) window.addEventListener(name, this, { signal });
    document.addEventListener("visibilitychange", this, { signal });
    this.#draft.restoreFromTab();
    afterPaint(() => this.#draft.restored().then(() => this.#server.listen(signal)).catch(() => {}));
  }

  disconnectedCallback() {
    this.#server.stop();
    this.#gone.abort();
  }

  handleEvent(event) {
    if (event.type === "beforeunload") {
      if (this.#server.isOpen && !this.#draft.keptAt) event.preventDefault();
    } else if (document.hidden || event.type === "online") {
      this.#draft.keep();
      this.#server.now();
    }
  }

  // Others ask: may the server still lack something of it, does it take care of sending itself?
  get isOpen() { return this.#server.state !== "saved"; }
  get keeps() { return canKeep() && !this.#isNative && !this.#holdsFiles; }

  /** Files the phone could not keep go with the form itself. */
  get #holdsFiles() { return [...this.#form.elements].some(({ files }) => files?.length); }

  #putBack(fields, isUnsent) {
    this.#isRestoring = true; // the figures say back what was put back
    for (const field of fields) field.dispatchEvent(new Event("input", { bubbles: true }));
    this.#isRestoring = false;
    if (!isUnsent) return;
    notice(this.dataset.restored);
    this.#changed(...fields);
  }

  #changed(...fields) {
    if (this.#isRestoring) return;
    this.#draft.write(...fields.map((field) => field.name));
    this.#server.changed();
  }

  #kept(fault) {
    this.#server.showKept();
    if (fault?.name === "QuotaExceededError") notice(this.dataset.full);
    if (fault?.name === "Locked") notice(this.dataset.locked, this.dataset.key);
  }

  #submitted(event) {
    this.#server.stop();
    if (!this.keeps || event.defaultPrevented) return;
    event.preventDefault();
    this.#press(event.submitter).catch((fault) => this.#passOn(event.submitter, fault));
  }

  async #press(button) {
    await this.#draft.keep();
    const answer = await sendOrKeep(this.#form, button, this.#about, this.#draft.rev);
    const { each } = this.#about;
    if (each && answer.kind !== "wrong") await this.#draft.forget().then(() => beginAnew(this.#form));
    if (answer.kind === "done") return goTo(answer.url ?? location.href);
    release(this.#form);
    if (answer.kind === "wrong") show(answer);
    else this.#goOn(button, answer.why);
  }

  #goOn(button, why) {
    const isOut = why === "nobody" || why === "other";
    const { next, leave, signin, queued } = this.dataset;
    const to = button?.value === "leave" ? leave : STAYS.includes(button?.name) ? "" : next;
    if (to && !isOut && navigator.serviceWorker?.controller) return goTo(to);
    if (!this.#about.each) this.#server.changed();
    this.#server.showKept();
    notice(isOut ? signin : queued, isOut ? this.#about.page : "");
  }

  /** The phone keeps nothing: the browser sends it as ever, if there is anybody to hear. */
  async #passOn(button, fault) {
    this.#kept(fault);
    release(this.#form);
    const isHeard = await fetch("/healthz", { cache: "no-store" }).then(() => true, () => false);
    this.#isNative = isHeard;
    if (isHeard) this.#form.requestSubmit(button);
    else tellLost();
  }
}

customElements.define("auto-save", AutoSave);
