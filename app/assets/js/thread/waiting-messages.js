// What was written on this page and still waits on the phone, below what the server has; and every half
// minute whether the other side has said something, while somebody looks and spends no data on purpose.
import { phone } from "../lock/phone.js";
import { renew } from "./renewing.js";

const { contentOf, filesOf, hear, itemsOf } = phone;
const EVERY = 30_000;

class WaitingMessages extends HTMLElement {
  #uid = Number(document.body.dataset.reader);
  #deafen = () => {};
  #timer = 0;
  #count = 0;
  #showing = Promise.resolve();

  connectedCallback() {
    this.#deafen = hear(() => this.#show());
    this.addEventListener("look", () => this.#renew());
    if (!navigator.connection?.saveData) this.#timer = setInterval(() => this.#look(), EVERY);
    this.#show();
  }

  disconnectedCallback() {
    this.#deafen();
    clearInterval(this.#timer);
  }

  #look() {
    if (!document.hidden && navigator.onLine) this.dispatchEvent(new Event("look"));
  }

  #renew() {
    return renew().catch(() => {}); // another time
  }

  #show() {
    this.#showing = this.#showing.then(() => this.#fill()).catch(() => {});
  }

  /** What has left this list stands in the server's by now. */
  async #fill() {
    const [items, files] = await Promise.all([itemsOf(this.#uid), filesOf(this.#uid)]);
    const mine = items.filter((item) => this.#isHere(item));
    const rows = await Promise.all(mine.map((item) => this.#row(item, files)));
    this.querySelector("[data-part=list]").replaceChildren(...rows);
    const count = mine.length + files.filter(({ follows, state }) => follows && state !== "draft").length;
    if (count < this.#count) await this.#renew();
    this.#count = count;
  }

  #isHere({ kind, page }) {
    return kind === this.dataset.kind && (kind === "question" || page === location.pathname);
  }

  async #row(item, files) {
    const row = this.querySelector("ol[hidden] > li").cloneNode(true);
    const part = (name) => row.querySelector(`[data-part=${name}]`);
    const content = await contentOf(item).catch(() => null);
    part("body").textContent = content ? content.entries.find(([name]) => name === "body")?.[1] : this.dataset.hidden;
    part("state").textContent = this.dataset[item.state];
    const n = files.filter(({ group }) => group === item.group).length;
    Object.assign(part("files"), { textContent: this.dataset.files.replace("{n}", n), hidden: !n });
    return row;
  }
}

customElements.define("waiting-messages", WaitingMessages);
