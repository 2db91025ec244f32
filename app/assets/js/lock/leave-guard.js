// On the page of signing out: nobody leaves unsent work open on a phone that others hold too.
import { leave, unsentOf, wipe } from "./leaving.js";
import { phone } from "./phone.js";

const { hear, keyRecord, sendNow } = phone;

class LeaveGuard extends HTMLElement {
  #form;
  #uid = Number(document.body.dataset.reader);
  #deafen = () => {};

  connectedCallback() {
    this.#form = this.querySelector("form[method=post]");
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("leaving", () => leave(this.#uid)); // without a signal: locked now, signed out later
    this.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-act]")?.dataset.act));
    this.#deafen = hear(() => this.#look());
    this.#look();
    sendNow(true);
  }

  disconnectedCallback() {
    this.#deafen();
  }

  /** How it stands: "" where nothing is unsent, "pin" where it will be locked, else "open". */
  async #look() {
    const [count, key] = await Promise.all([unsentOf(this.#uid), keyRecord(this.#uid)]);
    const state = count && (key?.pin ? "pin" : "open");
    for (const part of this.querySelectorAll("[data-part]")) {
      part.hidden = !part.dataset.part.split(" ").includes(state);
      for (const words of part.querySelectorAll("[data-words]")) {
        words.textContent = words.dataset.words.replace("{n}", count);
      }
    }
    this.#form.hidden = state === "open";
    return state;
  }

  async #submitted(event) {
    event.preventDefault();
    if ((await this.#look()) === "open") return this.querySelector("[data-part=open] a").focus();
    await leave(this.#uid);
    this.#form.submit();
  }

  async #pressed(act) {
    if (act === "ask" || act === "keep") this.querySelector("[data-part=open] [data-question]").hidden = act === "keep";
    if (act !== "delete") return;
    await wipe(this.#uid);
    await leave(this.#uid);
    this.#form.submit();
  }
}

customElements.define("leave-guard", LeaveGuard);
