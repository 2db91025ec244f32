// The saving nobody presses for: to the server soon after a change and again when it failed; then
// it waits in the outbox too, for the page may be closed before a signal comes.
import { badge, badgeKept, isSignedOut, notice, place, saveDraft, takeLostBack, tellLost } from "../support/answer.js";
import { LOCK } from "./names.js";
import { keepForLater } from "./pressing.js";
import { store } from "./store.js";

const SOON = 1500;
const LATER = [2000, 5000, 15000, 30000];

export class ByItself {
  #form;
  #draft;
  #about;
  #words;
  #timer = 0;
  #tries = 0;
  #isQueued = false;
  state = "saved"; // saved, changed, sending, stuck

  constructor(form, draft, about, words) {
    [this.#form, this.#draft, this.#about, this.#words] = [form, draft, about, words];
  }

  get isOpen() {
    return this.state === "changed" || this.state === "stuck";
  }

  changed() {
    if (this.state === "stuck") return;
    if (this.state === "saved") badge("edit", this.#words.saving);
    if (this.state !== "sending") this.#plan(SOON);
    this.state = "changed";
  }

  /** Hear of it when the outbox has sent what is on this page. */
  async listen(signal) {
    const deafen = (await store()).hear(({ sent, rev }) => sent === this.#about.page && this.#sent(rev));
    signal.addEventListener("abort", deafen);
  }

  showKept(otherwise = this.#words.unsaved) {
    if (this.isOpen) badgeKept(this.#draft.keptAt, this.#words.phone, otherwise);
  }

  /** Somebody sends the whole form: nothing is left to do. */
  stop() {
    clearTimeout(this.#timer);
    this.state = "saved";
  }

  async now() {
    clearTimeout(this.#timer);
    if (this.state !== "changed" || !("autosave" in this.#words)) return;
    if (document.hidden) this.#queue(); // the page may die before there is an answer
    if (document.hidden && this.#isQueued) return; // and an older one may be on its way
    this.state = "sending";
    badge("edit", this.#words.saving);
    const { rev } = this.#draft;
    const send = () => saveDraft(this.#form);
    try {
      const isHeld = !document.hidden && navigator.locks;
      await this.#answered(await (isHeld ? navigator.locks.request(LOCK, send) : send()), rev);
    } catch {
      this.#again();
    }
  }

  #sent(rev) {
    if (rev !== this.#draft.rev || !this.isOpen) return;
    this.state = "sending";
    this.#saved("", rev);
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), delay);
  }

  async #answered(response, rev) {
    takeLostBack();
    if (isSignedOut(response)) return this.#stick(this.#words.signin, location.pathname);
    if (response.status >= 500) return this.#again();
    if (!response.ok && response.status !== 422) return this.#stick(this.#words.conflict);
    place(await response.text());
    this.#saved(response.headers.get("X-Saved-At"), rev);
  }

  #saved(time, rev) {
    this.#tries = 0;
    if (this.state === "changed") return this.#plan(SOON);
    if (this.state !== "sending") return; // the whole page has left since, with all that is on it
    this.state = "saved";
    this.#isQueued = false;
    clearTimeout(this.#timer);
    this.#draft.saved(rev);
    badge("done", `${this.#words.saved}${time ? ` · ${time}` : ""}`);
  }

  #again() {
    this.state = "changed";
    this.showKept(this.#words.failed);
    if (!this.#tries && this.#draft.keptAt) tellLost(this.#words.off);
    this.#plan(LATER[Math.min(this.#tries, LATER.length - 1)]);
    this.#tries += 1;
    this.#queue();
  }

  async #queue() {
    await this.#draft.keep();
    this.#isQueued = await keepForLater(this.#form, null, this.#about, this.#draft.rev).then(Boolean, () => false);
  }

  #stick(words, url = "") {
    this.state = "stuck";
    this.showKept();
    notice(words, url).addEventListener("click", () => (this.state = "saved"));
  }
}
