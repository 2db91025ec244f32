// The bar at the foot of a page: the score as a range that narrows with every number.
import { gradeOf } from "../../rules/engine.js";
import { icon, make } from "../dom.js";
import { scale, zonesOf } from "./scale.js";
import { lackText, rangeText, told } from "../told.js";
import { decimalText } from "../../rules/numbers.js";

const MARKS = { good: "grade-1", fair: "grade-2", warn: "grade-3", bad: "grade-4" };
const CALM = 1200; // milliseconds of stillness before the range is said aloud

export class ScoreBar {
  #said = 0;

  constructor(node, { rules, island }) {
    Object.assign(this, { node, rules, island, zones: zonesOf(rules, island.grades) });
    this.spoken = make("p", { class: "vh", role: "status" });
    node.append(this.spoken);
  }

  /** What a draft comes to. */
  show({ range, missing }) {
    const words = spokenRange(range, this.island.score);
    const text = rangeText(range);
    const shown = this.node.querySelector(".score__range");
    if (shown.textContent !== text) this.#sayWhenCalm(words);
    shown.textContent = text;
    this.node.querySelector(".score__bar").replaceChildren(scale(this.zones, ...range.map(Number), words));
    this.node.querySelector(".score__grade").replaceChildren(...gradesOf(this.rules, this.island, range));
    this.node.querySelector(".score__lack").textContent = lackText(this.island.score, missing);
  }

  /** Once nobody types any more: a voice that repeats every key helps nobody. */
  #sayWhenCalm(words) {
    clearTimeout(this.#said);
    this.#said = setTimeout(() => (this.spoken.textContent = words), CALM);
  }
}

const hundredths = (text) => BigInt(text.replace(".", ""));

/** The official word with its mark where both ends lie in one grade; else nothing. */
export function gradesOf(rules, island, range) {
  const [low, high] = range.map((end) => gradeOf(rules, hundredths(end)));
  return low === high ? [gradeMark(rules, island, low.code)] : [];
}

/** A grade as the server shows it. */
export function gradeMark(rules, island, code) {
  const [label, tone] = island.grades[rules.grades.from.findIndex((each) => each.code === code)];
  return make("span", { class: `grade is-${tone}` }, icon(MARKS[tone]), label);
}

export function spokenRange([low, high], words) {
  const sentence = low === high ? words.spoken_one : words.spoken;
  return told(sentence, { low: decimalText(low, 2), high: decimalText(high, 2) });
}
