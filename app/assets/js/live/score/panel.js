// What stands behind the bar: which ratios the numbers of this page moved, and what is still missing.
import { plainText, decimalText } from "../../rules/numbers.js";
import { gradesOf, spokenRange } from "./bar.js";
import { bandOf, bandWords, valueWords } from "./bands.js";
import { make } from "../dom.js";
import { movesBetween } from "./moves.js";
import { scale, zonesOf } from "./scale.js";
import { rangeText, told } from "../told.js";

const MOST_NAMES = 3;

export class Panel {
  /** `draft`: see draft.js; `before`: its score as the page was served */
  constructor(draft, before) {
    Object.assign(this, { draft, before, words: draft.island.score, bands: draft.island.bands });
  }

  /** What stands in the dialog for a draft that comes to this; `tryOut` leads on to what could be done. */
  parts(now, tryOut) {
    const button = make("button", { class: "btn btn--quiet", type: "button" }, this.draft.island.tryout.open);
    button.addEventListener("click", tryOut);
    return [...this.#head(now), make("p", {}, button), ...this.#moved(now), ...this.#missing(now)];
  }

  #head({ range }) {
    const { rules, island } = this.draft;
    const { words } = this;
    const picture = scale(zonesOf(rules, island.grades), ...range.map(Number), spokenRange(range, words));
    return [
      make("p", { class: "over__score" }, rangeText(range), gradesOf(rules, island, range)),
      make("div", {}, picture),
      make("p", {}, `${words.basis}. ${words.honest}`),
      range[0] === range[1] ? null : make("p", { class: "soft" }, words.between),
      island.draft && note(words.draft, island.draft),
      island.mixed && note(words.mixed, words.mixed_why),
    ].filter(Boolean);
  }

  #moved({ marks }) {
    if (!this.draft.island.page) return [];
    const moves = movesBetween(this.draft.rules, this.before.marks, marks);
    const list = make("ul", { class: "moves" }, moves.map((move) => this.#move(move)));
    return [make("h3", {}, this.words.moved), moves.length ? list : make("p", { class: "soft" }, this.words.still)];
  }

  #move({ one, from, to }) {
    const values = [from, to].map((mark) => valueWords(one, mark, this.bands));
    const place = bandOf(one, to);
    return make(
      "li",
      {},
      make("p", { class: "moves__name" }, one.name),
      values[0] === values[1] ? null : make("p", { class: "moves__value" }, `${values[0]} → `, make("b", {}, values[1])),
      make("p", {}, [place === null ? "" : bandWords(one, place, this.bands), this.#points(from, to)].filter(Boolean).join(": ")),
      one.certainty ? make("p", { class: "small soft" }, this.words.unsure) : null,
      make(
        "details",
        { class: "ask" },
        make("summary", {}, this.words.source),
        make("p", { class: "small" }, this.draft.scoring.sources[one.source]),
      ),
    );
  }

  #points(from, to) {
    const text = (mark) => (mark.points === null ? "–" : decimalPoints(mark.points, this.draft.rules.scale));
    const sentence = from.points === to.points ? this.words.points_to : this.words.points;
    return told(sentence, { from: text(from), to: text(to) });
  }

  #missing({ missing }) {
    const heading = make("h3", {}, this.words.missing);
    const rows = [...this.#figures(missing.figures), ...this.#items(missing.items)];
    if (!rows.length) return [heading, make("p", {}, this.words.complete)];
    return [heading, make("ul", { class: "lacks" }, rows)];
  }

  /** Missing lines, page by page, each with the way there. */
  #figures(codes) {
    const byPage = new Map();
    for (const code of codes) {
      const [page, title] = this.draft.pageOf(code) ?? [null, ""];
      byPage.set(page, { title, names: [...(byPage.get(page)?.names ?? []), this.draft.name(code)] });
    }
    return [...byPage].map(([page, { title, names }]) =>
      make("li", {}, make("p", {}, this.#way(page, title)), make("p", { class: "small soft" }, this.#some(names))),
    );
  }

  /** Names in a row; of many only the first. */
  #some(names) {
    if (names.length <= MOST_NAMES + 1) return names.join(", ");
    const shown = names.slice(0, MOST_NAMES).join(", ");
    return told(this.words.more, { names: shown, n: String(names.length - MOST_NAMES) });
  }

  #items(items) {
    if (!items.length) return [];
    const open = new Set(items);
    const [page] = this.draft.island.asked.find(([, , its]) => its.some((item) => open.has(item))) ?? [null];
    return [make("li", {}, this.#way(page, told(this.words.items, { n: String(items.length) })))];
  }

  #way(page, title) {
    const { island } = this.draft;
    if (!page || page === island.page) return title;
    return make("a", { href: `${island.place}/isi/${page}` }, title);
  }
}

function decimalPoints(points, scaled) {
  const text = plainText(points, scaled);
  return decimalText(text, text.includes(".") ? 2 : 0);
}

function note(title, text) {
  return make("div", { class: "note is-warn" }, make("div", {}, make("p", { class: "note__title" }, title), make("p", {}, text)));
}
