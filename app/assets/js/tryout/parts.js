// What could be done, in words: where it stands, up to three ways to the next grade, the nearest ratios.
import { readRules } from "../rules/engine.js";
import { decimalText } from "../rules/numbers.js";
import { ready } from "../rules/ready.js";
import { whatIf } from "../rules/whatif/whatif.js";
import { icon, make } from "../live/dom.js";
import { gradeMark } from "../live/score/bar.js";
import { writtenValue } from "../live/score/bands.js";
import { countText, rupiahText, told } from "../live/told.js";

/** @param {object} given {scoring, figures, answers, isComplete, island} */
export function partsOf({ scoring, figures, answers, isComplete, island }) {
  const found = whatIf(scoring, figures, answers, { isComplete });
  return new Parts(scoring, island).all(found);
}

class Parts {
  constructor(scoring, island) {
    Object.assign(this, { scoring, island, words: island.tryout, rules: ready(scoring, readRules) });
    this.byCode = new Map(scoring.indicators.map((one) => [one.code, one]));
  }

  all({ now, goal, nearest, ways }) {
    return [this.#caution(), ...this.#now(now), ...this.#goal(goal, ways), ...this.#nearest(nearest)];
  }

  #caution() {
    const { only, only_why: why } = this.words;
    const { honest } = this.island.score;
    const texts = [why, honest, this.island.draft && `${this.island.score.draft}. ${this.island.draft}`];
    const body = texts.filter(Boolean).map((each) => make("p", {}, each));
    return make("div", { class: "note is-fair" }, icon("info"), make("div", {}, make("p", { class: "note__title" }, only), body));
  }

  #now({ total, grade, isComplete }) {
    const heading = isComplete ? this.words.now : this.words.now_lowest;
    const why = isComplete ? [] : [make("p", { class: "soft" }, this.words.lowest_why)];
    return [make("h3", {}, heading), this.#score(total, grade), ...why];
  }

  #score(total, grade) {
    const mark = gradeMark(this.rules, this.island, grade);
    return make("p", { class: "over__score" }, decimalText(total, 2), mark);
  }

  #goal(goal, ways) {
    if (!goal) return [make("p", {}, this.words.best)];
    const grade = this.#gradeName(goal.grade);
    const heading = make("h3", {}, told(this.words.goal, { grade, total: decimalText(goal.total, 2) }));
    if (!ways.length) return [heading, make("p", {}, told(this.words.none, { grade }))];
    return [heading, ...ways.map((way, place) => this.#way(way, place + 1))];
  }

  #gradeName(code) {
    return this.island.grades[this.rules.grades.from.findIndex((each) => each.code === code)][0];
  }

  #way({ steps, items, moved, score }, number) {
    const sentences = [
      ...steps.map(({ key, amount }) => told(this.words[key], { amount: rupiahText(amount) })),
      ...items.flatMap((one) => this.#items(one)),
    ];
    const leads = told(this.words.leads, { total: decimalText(score.total ?? score.range[0], 2) });
    return make(
      "section",
      { class: "way stack", "aria-label": told(this.words.way, { n: String(number) }) },
      make("h4", {}, told(this.words.way, { n: String(number) })),
      make("ul", { class: "list" }, sentences.map((each) => make("li", {}, each))),
      make("p", {}, make("b", {}, leads)),
      this.#moves(moved),
    );
  }

  #items({ code, open, unmet }) {
    const { name } = this.byCode.get(code);
    const sentence = (key, { length }) => (length ? [told(this.words[key], { n: String(length), name })] : []);
    return [...sentence("items_open", open), ...sentence("items_unmet", unmet)];
  }

  #moves(moved) {
    const summary = make("summary", {}, told(this.words.moves, { n: String(moved.length) }));
    const rows = moved.map((each) => make("li", {}, make("p", { class: "moves__name" }, this.byCode.get(each.code).name), this.#change(each)));
    return make("details", { class: "ask" }, summary, make("ul", { class: "moves" }, rows));
  }

  #change({ code, from, to }) {
    const one = this.byCode.get(code);
    const values = [from, to].map(({ value }) => writtenValue(one, value, this.island.bands));
    const points = this.#points(from.points, to.points);
    return make("p", {}, values[0] === values[1] ? points : `${values[0]} → ${values[1]}: ${points}`);
  }

  #points(from, to) {
    const { points, points_to: same } = this.island.score;
    const [was, is] = [from, to].map((each) => (each === null ? "–" : decimalText(each, each.includes(".") ? 2 : 0)));
    return told(was === is ? same : points, { from: was, to: is });
  }

  #nearest(nearest) {
    if (!nearest.length) return [];
    const rows = nearest.map(({ code, edge, gap, points }) => {
      const one = this.byCode.get(code);
      const key = gap === null ? "near" : gap.startsWith("-") ? "over" : "short";
      const amount = gap && (one.counted ? countText : rupiahText)(gap.replace("-", ""));
      const text = told(this.words[key], { amount, edge: writtenValue(one, edge, this.island.bands) });
      return make("li", {}, make("p", { class: "moves__name" }, one.name), make("p", {}, `${text}: ${this.#points(points.from, points.to)}`));
    });
    const why = make("p", { class: "soft" }, this.words.nearest_why);
    return [make("h3", {}, this.words.nearest), why, make("ul", { class: "moves" }, rows)];
  }
}
