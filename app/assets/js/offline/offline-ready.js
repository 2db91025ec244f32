// The page that tells part by part what is ready, and fetches the rest when it is asked to.
import { keptPages } from "../sw/kept.js";
import { ask } from "./filling.js";

const FULL = 0.8;
const moment = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const size = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });
const inKilobytes = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${size.format(bytes / 1e6)} MB`);

class OfflineReady extends HTMLElement {
  #isFilling = false;
  #hasFailed = false;

  connectedCallback() {
    navigator.serviceWorker.addEventListener("message", this);
    for (const each of this.querySelectorAll("[data-sum] button")) each.addEventListener("click", () => this.#fill());
    this.#tell();
    this.#tellSpace();
  }

  disconnectedCallback() {
    navigator.serviceWorker.removeEventListener("message", this);
  }

  handleEvent({ data }) {
    if (data?.kind !== "filling" && data?.kind !== "filled") return;
    this.#isFilling = data.kind === "filling";
    this.#hasFailed = Boolean(data.failed);
    this.#tell(data.left);
  }

  #fill() {
    this.#isFilling = true;
    navigator.storage?.persist?.(); // a wish; the browser may refuse it
    ask("fill all");
    this.#tell(this.#pages.length);
  }

  get #pages() {
    return [...new Set(this.#parts.flatMap(({ dataset }) => dataset.pages.split(" ")))];
  }

  get #parts() {
    return [...this.querySelectorAll("[data-pages]")];
  }

  async #tell(left = 0) {
    const kept = new Map((await keptPages(document.body.dataset.reader)).map((each) => [each.path, each]));
    for (const part of this.#parts) this.#tellPart(part, kept);
    const wanted = this.#pages;
    const there = wanted.map((path) => kept.get(path)).filter(Boolean);
    const done = this.#isFilling ? wanted.length - left : there.length;
    const state = this.#isFilling ? "filling" : there.length === wanted.length ? "ready" : this.#hasFailed ? "failed" : "part";
    const bytes = there.reduce((sum, each) => sum + each.size, 0);
    const last = there.length ? moment.format(Math.min(...there.map((each) => each.at))) : "";
    show(this.querySelector("[data-sum]"), state, { n: done, total: wanted.length, size: inKilobytes(bytes), when: last });
    this.#lay(done);
    for (const each of this.querySelectorAll("[data-sum] button")) each.disabled = this.#isFilling;
  }

  #tellPart(part, kept) {
    const wanted = part.dataset.pages.split(" ");
    const n = wanted.filter((path) => kept.has(path)).length;
    const state = n === wanted.length ? "ready" : n ? "part" : "none";
    show(part, state, { n, total: wanted.length });
  }

  /** One brick for each page. */
  #lay(done) {
    const bricks = [...this.querySelectorAll(".wall rect")];
    bricks.forEach((brick, index) => {
      brick.setAttribute("class", index < done ? "on" : index === done ? "now" : "");
    });
  }

  async #tellSpace() {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota && usage / quota > FULL) this.querySelector("[data-space]").hidden = false;
  }
}

/** Of several sentences the one of this state, filled in. */
function show(place, state, values) {
  for (const each of place.querySelectorAll("[data-when]")) {
    each.hidden = !each.dataset.when.split(" ").includes(state);
    for (const told of each.querySelectorAll("[data-say]")) {
      told.textContent = told.dataset.say.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
    }
  }
}

customElements.define("offline-ready", OfflineReady);
