// The page of the PIN: what it shows depends on whether there is one, and whether it is open.
import { wipe } from "./leaving.js";
import { phone } from "./phone.js";
import { lock, removePin, setPin, tryPin } from "./pin.js";

const { keyRecord, person, sendNow } = phone;

const PIN = /^\d{6,12}$/;

class PinLock extends HTMLElement {
  #uid = 0;
  #acts = {
    set: (fields) => this.#set(fields),
    change: (fields) => this.#proven(fields, () => this.#set(fields)),
    remove: (fields) => this.#proven(fields, () => this.#done("removed", removePin(this.#uid))),
    open: (fields) => this.#open(fields),
  };

  async connectedCallback() {
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-act]")?.dataset.act));
    this.#uid = await person();
    await this.#show();
  }

  async #show() {
    const record = this.#uid ? await keyRecord(this.#uid) : null;
    const state = !this.#uid ? "nobody" : !record?.pin ? "none" : record.open ? "open" : "locked";
    for (const part of this.querySelectorAll("[data-part]")) part.hidden = part.dataset.part !== state;
    for (const form of this.querySelectorAll("form")) form.reset();
  }

  async #submitted(event) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector("[type=submit]");
    button.setAttribute("aria-busy", "true"); // deriving a key takes a cheap phone a second
    try {
      await this.#acts[form.dataset.does](Object.fromEntries(new FormData(form)));
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  async #pressed(act) {
    if (act === "lock") await this.#done("locked", lock(this.#uid));
    if (act === "ask" || act === "keep") this.querySelector("[data-question]").hidden = act === "keep";
    if (act === "delete") await this.#done("wiped", wipe(this.#uid));
  }

  async #set({ pin, again }) {
    if (!PIN.test(pin)) return this.#say("short");
    if (pin !== again) return this.#say("differ");
    await this.#done("set", setPin(this.#uid, pin));
  }

  async #proven({ old }, act) {
    const answer = await tryPin(this.#uid, old, true);
    return answer === "open" ? act() : this.#say(answer);
  }

  async #open({ old }) {
    const answer = await tryPin(this.#uid, old);
    if (answer !== "open") return this.#say(answer);
    await this.#done("opened", sendNow(true));
  }

  async #done(words, work) {
    await work;
    await this.#show();
    this.#say(words, true);
    const back = new URLSearchParams(location.search).get("kembali");
    if (words !== "wiped" && back?.startsWith("/") && !back.startsWith("//")) location.assign(back);
  }

  #say(words, isGood = false) {
    const note = this.querySelector("[data-say]");
    note.hidden = false;
    note.classList.toggle("is-good", isGood);
    note.classList.toggle("is-bad", !isGood);
    note.querySelector("p").textContent = this.dataset[`say${words}`];
    note.scrollIntoView({ block: "center" });
  }
}

customElements.define("pin-lock", PinLock);
