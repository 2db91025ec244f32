// Files for a report or a message, chosen with or without a signal: each with how it stands, until it has come.
import { phone } from "../lock/phone.js";
import { keepFile } from "./keeping.js";
import { arrive } from "./there.js";
import { adopt, placeOf } from "./place.js";
import { Pictures } from "./pictures.js";
import { rowOf } from "./row.js";
import { shrunk } from "./shrinking.js";

const { dropFile, filesOf, hear, sendNow } = phone;
const MOST_BYTES = 10 * 1024 * 1024;
const TAKEN = /\.(jpe?g|png|webp|heic|heif|pdf|xlsx)$/i;

class EvidenceFiles extends HTMLElement {
  #uid = Number(document.body.dataset.reader);
  #deafen = () => {};
  #pictures = new Pictures();
  #showing = Promise.resolve();

  connectedCallback() {
    this.addEventListener("change", ({ target }) => target.type === "file" && this.#chosen(target));
    this.addEventListener("click", ({ target }) => this.#pressed(target.closest("[data-act]")));
    this.#deafen = hear((what) => this.#heard(what));
    this.#form?.addEventListener("reset", () => this.#show());
    for (const form of this.querySelectorAll("form")) this.#offerToSend(form, false);
    for (const input of this.querySelectorAll("[type=file]")) if (input.files.length) this.#chosen(input);
    this.#show();
  }

  disconnectedCallback() { this.#deafen(); this.#pictures.giveBack(); }

  get #form() { return this.closest("form"); } // of a message: elsewhere the forms stand in here

  /** By the form, as without a store: only while the phone can keep nothing. */
  #offerToSend(form, isOffered) {
    for (const button of form.querySelectorAll("[type=submit]")) button.hidden = !isOffered;
  }

  async #chosen(input) {
    const { form } = input;
    const kind = form.elements.kind.value;
    const left = new DataTransfer();
    const said = [];
    form.setAttribute("aria-busy", "true");
    this.#say(kind, [this.dataset.preparing], "small"); // making photos small takes a cheap phone seconds
    for (const file of input.files) {
      const why = await this.#keep(file, kind).catch((fault) => this.#failed(fault, file, left));
      if (why) said.push(`${file.name}: ${why}`);
    }
    this.#say(kind, said);
    form.removeAttribute("aria-busy");
    input.files = left.files;
    input.dispatchEvent(new CustomEvent("kept"));
    if (!this.#form) this.#offerToSend(form, left.files.length > 0);
    await sendNow();
  }

  /** Why it is not kept, or nothing. */
  async #keep(file, kind) {
    const { empty, unknown, large, known } = this.dataset;
    if (!file.size) return empty;
    if (!file.type.startsWith("image/") && !TAKEN.test(file.name)) return unknown;
    const small = await shrunk(file);
    if (small.size > MOST_BYTES) return large;
    return (await keepFile({ uid: this.#uid, ...placeOf(this), name: file.name, kind }, small)) ? "" : known;
  }

  #failed(fault, file, left) {
    left.items.add(file);
    return fault.name === "Locked" ? this.dataset.locked : this.dataset.full;
  }

  #say(kind, said, className = "wrong") {
    const line = (textContent) => Object.assign(document.createElement("p"), { className, textContent });
    this.querySelector(`[data-said="${kind}"]`).replaceChildren(...said.map(line));
  }

  async #heard({ arrived }) {
    if (arrived?.group === this.dataset.group) await arrive(this, arrived);
    this.#show();
  }

  #show() {
    this.#showing = this.#showing.then(() => this.#look()).catch(() => {}); // so that the last look stands
  }

  async #look() {
    const all = await filesOf(this.#uid);
    adopt(this.#form, all);
    const { group } = placeOf(this);
    const files = all.filter((file) => file.group === group && file.state !== "gone");
    this.#pictures.giveBack(files);
    const rows = await Promise.all(files.map(async (file) => [file, await rowOf(this, file, this.#pictures)]));
    for (const list of this.querySelectorAll("[data-files]")) {
      const asked = list.querySelector("[data-part=question]:not([hidden])")?.closest("li").dataset.id;
      list.replaceChildren(...rows.filter(([file]) => file.kind === list.dataset.files).map(([, row]) => row));
      if (asked) this.#ask(list.querySelector(`[data-id="${asked}"]`), true);
    }
  }

  async #pressed(button) {
    const row = button?.closest("li");
    if (!row) return;
    if (button.dataset.act !== "delete") return this.#ask(row, button.dataset.act === "ask");
    await dropFile({ uid: this.#uid, id: row.dataset.id });
    await sendNow();
  }

  #ask(row, isAsked) {
    const question = row?.querySelector("[data-part=question]");
    if (!question || question.hidden !== isAsked) return;
    question.hidden = !isAsked;
    (isAsked ? question : row).querySelector("button").focus();
  }
}

customElements.define("evidence-files", EvidenceFiles);
