// The page of what waits: each thing with how it stands, and what to do about it.
import { unsentOf } from "../lock/leaving.js";
import { phone } from "../lock/phone.js";

const { contentOf, drop, dropFile, fileAbout, filesOf, hear, itemsOf, person, receiptsOf, sendNow, whenSent } = phone;

const MOMENT = { dateStyle: "medium", timeStyle: "short" };
const SAYS = { nobody: "signin", other: "signin", locked: "locked", rest: "rest", lost: "lost" };
const said = (moment) => new Date(moment).toLocaleString("id-ID", MOMENT);

class OutboxList extends HTMLElement {
  #deafen = [];

  connectedCallback() {
    this.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-act]")));
    this.#deafen = [hear(() => this.#show()), whenSent((why) => this.#tell(SAYS[why]))];
    this.#show();
  }

  disconnectedCallback() {
    for (const stop of this.#deafen) stop();
  }

  async #show() {
    const uid = await person();
    if (!uid) return this.#tell("nobody");
    const [forms, files, receipts] = await Promise.all([itemsOf(uid), filesOf(uid), receiptsOf(uid).catch(() => [])]);
    const items = [...forms, ...files.filter((file) => file.state !== "gone" && file.state !== "draft")];
    this.#fill("items", await Promise.all(items.map((item) => this.#item(item))));
    this.#fill("receipts", receipts.map((receipt) => this.#receipt(receipt)));
    const isUnsent = Boolean(await unsentOf(uid));
    this.#part("none").hidden = isUnsent;
    this.#part("some").hidden = !items.length;
    this.#part("copy").hidden = !isUnsent;
    this.#part("sent").hidden = !receipts.length;
  }

  async #item(item) {
    const row = this.#clone("item");
    const hidden = { title: this.dataset.hidden };
    const read = item.seq ? contentOf : fileAbout;
    Object.assign(row.dataset, item.seq ? { seq: item.seq } : { uid: item.uid, file: item.id });
    row.querySelector("[data-part=title]").textContent = (await read(item).catch(() => hidden)).title;
    row.querySelector("[data-part=since]").textContent = said(item.created);
    for (const each of row.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== item.state;
    const why = item.state === "wrong" ? item.why || (this.dataset[`w${item.status}`] ?? this.dataset.w400) : "";
    Object.assign(row.querySelector("[data-part=why]"), { textContent: why, hidden: !why });
    row.querySelector("a").href = item.page;
    return row;
  }

  #receipt({ title, number, at, url }) {
    const row = this.#clone("receipt");
    row.querySelector("[data-part=title]").textContent = title;
    row.querySelector("[data-part=since]").textContent = `${number} · ${said(at)}`;
    row.querySelector("a").href = url;
    return row;
  }

  async #pressed(button) {
    if (!button) return;
    const row = button.closest("li");
    if (button.dataset.act === "send") return sendNow(true);
    if (button.dataset.act !== "delete") return this.#ask(row, button.dataset.act === "ask");
    const { seq, uid, file } = row.dataset;
    await (file ? dropFile({ uid: Number(uid), id: file }) : drop({ seq: Number(seq) }));
    await this.#show();
  }

  #ask(row, isAsked) {
    const question = row.querySelector("[data-part=question]");
    question.hidden = !isAsked;
    (isAsked ? question : row).querySelector("button").focus();
  }

  #tell(what) {
    const place = document.getElementById("notices");
    const words = document.createElement("p");
    words.className = "lead";
    words.textContent = this.dataset[what] ?? "";
    place.replaceChildren(...(words.textContent ? [words] : []));
  }

  #fill(part, rows) {
    this.#part(part).replaceChildren(...rows);
  }

  #part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  #clone(name) {
    return this.querySelector(`ul[hidden] > li[data-part=${name}]`).cloneNode(true);
  }
}

customElements.define("outbox-list", OutboxList);
