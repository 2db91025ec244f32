// One line where work begins: whether it can go on without a signal. Opens the page that says it in full.
import { noted } from "../sw/reader.js";
import { keptPaths } from "../sw/kept.js";

class OfflineLine extends HTMLElement {
  connectedCallback() {
    navigator.serviceWorker.addEventListener("message", this);
    this.handleEvent({ data: { kind: "filled" } });
  }

  disconnectedCallback() {
    navigator.serviceWorker.removeEventListener("message", this);
  }

  async handleEvent({ data }) {
    if (data?.kind === "filled") this.#say(await this.#isReady());
  }

  /** A report by its own pages; the home by whether the last fetching was whole. */
  async #isReady() {
    const { under, count } = this.dataset;
    if (!under) return JSON.parse((await noted("/catatan/bekal")) || "{}").whole;
    const kept = await keptPaths(document.body.dataset.reader);
    return kept.filter(({ path }) => path === under || path.startsWith(`${under}/`)).length >= Number(count);
  }

  #say(isReady) {
    for (const each of this.querySelectorAll("[data-when]")) {
      each.hidden = each.dataset.when !== (isReady ? "ready" : "not");
    }
  }
}

customElements.define("offline-line", OfflineLine);
