// How far a lever must be moved: ratios change band only where they cross an edge, so only there it is
// looked. The total looked at is the lowest the case can still come to.
import { outcome } from "../engine.js";
import { edgeOf } from "../numbers.js";
import { addUp } from "../totals.js";
import { changed, plus } from "./changes.js";

/** So often at most the whole case is scored again; beyond that nothing more is found. */
export const MOST_LOOKS = 3000;

export class Search {
  looks = 0;
  most = MOST_LOOKS;

  /** `kase`: {figures, answers, counts, isComplete} */
  constructor(rules, kase, goal) {
    Object.assign(this, { rules, kase, goal });
  }

  sums(by) {
    return addUp(this.rules.plan, changed(this.kase.figures, by), this.kase.isComplete).values;
  }

  /** What the case comes to after these changes of figures and with these answers. */
  look(by, answers = this.kase.answers, values = this.sums(by)) {
    if (this.looks >= this.most) return { range: [-1n], marks: [] };
    this.looks += 1;
    return outcome(this.rules, values, answers, this.kase.counts);
  }

  /** Where the total first rises above all before: [{lever, amount, by, total}], no further than the goal.
   * @param {object} by what has been changed already */
  stops(lever, by = {}, answers = this.kase.answers) {
    const start = this.look(by, answers);
    const found = [];
    let [best] = start.range;
    let gone = 0n;
    for (const stretch of lever.stretches) {
      for (const size of best < this.goal ? this.#crossings(stretch, by) : []) {
        const next = plus(by, stretch.by, size);
        const there = this.look(next, answers);
        const [total] = there.range;
        if (total <= best || !this.#isForItsAim(lever, start, there)) continue;
        best = total;
        found.push({ lever, amount: gone + size, by: next, total });
        if (total >= this.goal) return found;
      }
      by = plus(by, stretch.by, stretch.size);
      gone += stretch.size;
    }
    return found;
  }

  /** A lever with an aim is not moved for a side effect: the ratio it is meant for must gain. */
  #isForItsAim({ aim }, start, there) {
    const place = this.rules.plan.place.get(aim);
    const gains = (one, at) => one.top === place && there.marks[at]?.points > start.marks[at]?.points;
    return !aim || this.rules.indicators.some(gains);
  }

  /** Along a stretch, the sizes at which some ratio reaches an edge and the next one beyond it. */
  #crossings({ size, by: each }, by) {
    const [from, to] = [this.sums(by), this.sums(plus(by, each, size))];
    const sizes = new Set([1n, size]);
    for (const one of this.rules.indicators) {
      if (one.items || [from[one.top], from[one.under]].includes(null)) continue;
      for (const heights of linesOf(one, from, to)) {
        const [start, end] = heights;
        if (start === end || (start > 0n && end > 0n) || (start < 0n && end < 0n)) continue;
        const at = (start * size) / (start - end);
        sizes.add(at).add(at + 1n);
      }
    }
    return [...sizes].filter((at) => at > 0n && at <= size).sort((a, b) => (a < b ? -1 : 1));
  }
}

/** Heights at both ends of what is 0 where the ratio meets an edge, or loses its denominator. */
function linesOf(one, from, to) {
  const side = one.below === "absolute" && from[one.under] < 0n ? -1n : 1n;
  const height = (sums, edge) => sums[one.top] * one.times * one.edge - edge * side * sums[one.under];
  const edges = one.at.map(edgeOf);
  return [
    [from[one.under], to[one.under]],
    ...edges.map((edge) => [height(from, edge), height(to, edge)]),
  ];
}
