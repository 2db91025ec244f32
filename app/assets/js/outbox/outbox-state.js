// One line on every page while something waits on the phone: how many, why, and what to do.
import { standing } from "./outbox.js";
import { hear } from "./telling.js";
import { sendNow, whenSent } from "./triggers.js";

const OLD = 3 * 86_400_000;
const POLITE = 5000;
const ARRIVED = ["receipt", "asked"]; // with a number
const OWN = document.querySelector("auto-save"); // of the form on this page its own badge tells

class OutboxState extends HTMLElement {
  #why = "";
  #had = 0;
  #timer = 0;
  #deafen = [];

  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => sendNow(true));
    this.#deafen = [hear((what) => this.#heard(what)), whenSent((why) => this.#ended(why))];
    this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    for (const stop of this.#deafen) stop();
  }

  #ended(why) {
    this.#why = why;
    this.#look();
  }

  #heard({ receipt }) {
    if (receipt) this.#say(receipt.kind === "question" ? "asked" : "receipt", receipt.number, receipt.url);
    else this.#look();
  }

  async #look() {
    const stands = await standing(Number(document.body.dataset.reader), OWN ? location.pathname : "");
    navigator.setAppBadge?.(stands.all).catch(() => {});
    if (stands.all) this.#say(this.#stateOf(stands), stands.all);
    else if (this.#had) this.#sayDone();
    this.#had = stands.all;
  }

  #stateOf({ all, wrong, sending, oldest, isLocked }) {
    if (isLocked) return "locked";
    if (this.#why === "nobody" || this.#why === "other") return "nobody";
    if (sending) return "sending";
    if (wrong === all) return "wrong";
    return Date.now() - oldest > OLD ? "old" : "waiting";
  }

  #sayDone() {
    if (ARRIVED.includes(this.dataset.state)) return;
    this.#say("done", 0);
    this.#timer = setTimeout(() => (this.hidden = true), POLITE);
  }

  #say(state, count, url = "") {
    clearTimeout(this.#timer);
    this.hidden = false;
    this.dataset.state = state;
    const [line, button, link] = ["p", "button", "a"].map((name) => this.querySelector(name));
    line.textContent = this.dataset[state].replace("{n}", count);
    const isOver = state === "done" || ARRIVED.includes(state);
    button.hidden = isOver || state === "locked" || state === "nobody";
    link.hidden = state === "done";
    link.textContent = { locked: this.dataset.open, nobody: this.dataset.enter }[state] ?? this.dataset.see;
    link.href = url || { locked: "/kunci", nobody: `/masuk?next=${encodeURIComponent(location.pathname)}` }[state] || "/antrean";
    const note = this.querySelector(".note");
    note.classList.toggle("is-good", isOver);
    note.classList.toggle("is-warn", !isOver);
  }
}

customElements.define("outbox-state", OutboxState);
