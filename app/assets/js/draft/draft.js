// One form's draft: in this tab at once, sealed on the phone a moment later, gone when the server has it.
import { entriesOf, putBackAll, stampOf } from "./fields.js";
import { store } from "./store.js";
import { dropTakenFromTab, inTab, keepInTab, keyOf } from "./tab.js";

const MOMENT = 300;

export class Draft {
  #form;
  #about;
  #address; // takes the form
  #tell;
  #putBack;
  #restored = null;
  #timer = 0;
  #touched = new Set(); // written in before what the phone holds could be put back
  rev = ""; // names what was written last
  keptAt = 0; // when the phone took that; 0: not yet

  /** `tell` hears each time what was written lies on the phone, or that it cannot; `putBack` which
   * fields have changed, and whether the server lacks that. */
  constructor(form, { uid, page, path, title }, { tell, putBack }) {
    this.#form = form;
    this.#about = { uid, path: page, title };
    this.#address = path;
    [this.#tell, this.#putBack] = [tell, putBack];
  }

  write(...names) {
    for (const name of names) this.#touched.add(name);
    this.rev = Math.random().toString(36).slice(2);
    this.keptAt = 0;
    keepInTab(this.#key, entriesOf(this.#form));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), MOMENT);
  }

  /** Seal it now; whether the phone holds it. */
  async keep() {
    clearTimeout(this.#timer);
    await this.restored(); // what is kept now takes its place
    const { rev } = this;
    if (!rev || this.keptAt) return Boolean(rev);
    try {
      const entries = entriesOf(this.#form);
      const at = await (await store()).keepDraft({ ...this.#about, rev, entries, stamp: stampOf(entries) });
      if (rev === this.rev) this.#kept(at);
      return true;
    } catch (fault) {
      this.#tell(fault);
      return false;
    }
  }

  #kept(at) {
    this.keptAt = at;
    sessionStorage.removeItem(this.#key);
    this.#tell(null);
  }

  /** What the tab held is put back. */
  restoreFromTab() {
    dropTakenFromTab();
    const fields = putBackAll(this.#form, inTab(this.#key));
    if (fields.length) this.#putBack(fields, true);
  }

  /** What the phone held has been put back, or could not be: after the page has been painted, or
   * before anything of it is kept or sent. */
  restored() {
    this.#restored ??= this.#restore().catch((fault) => this.#tell(fault));
    return this.#restored;
  }

  /** Nothing over what was written meanwhile. A page from the phone may be older than what was sent. */
  async #restore() {
    const { uid, path } = this.#about;
    const phone = await store();
    await phone.dropTaken(uid, document.body.dataset.taken); // or what was given up would come back
    const kept = await phone.draftOf(uid, path);
    if (!kept) return;
    const fields = kept.isSent && !isCopy() ? [] : putBackAll(this.#form, kept.entries, this.#touched);
    if (!fields.length && !this.rev) await phone.dropDraft(uid, path, kept.rev);
    else if (!this.rev && !kept.isSent) [this.rev, this.keptAt] = [kept.rev, kept.at];
    if (fields.length) this.#putBack(fields, !kept.isSent);
  }

  /** The server has what `rev` names, and all that waited of this form before. */
  async saved(rev) {
    if (rev === this.rev) clearTimeout(this.#timer);
    if (rev === this.rev) sessionStorage.removeItem(this.#key);
    const { uid, path } = this.#about;
    await store().then((phone) => phone.settled({ uid, page: path, path: this.#address, rev }), () => {});
  }

  /** What was written has been sent or waits to be: the page begins anew. */
  async forget() {
    clearTimeout(this.#timer);
    sessionStorage.removeItem(this.#key);
    const { uid, path } = this.#about;
    await (await store()).dropDraft(uid, path, this.rev);
    [this.rev, this.keptAt] = ["", 0];
  }

  get #key() {
    return keyOf(this.#about);
  }
}

const isCopy = () => Boolean(document.querySelector("kept-copy:not([hidden])"));
