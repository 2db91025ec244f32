// A draft as it stands now: what was saved of all its pages, its history, and what is in the fields. Pure.
import { outcome, readRules } from "../rules/engine.js";
import { scoreText } from "../rules/numbers.js";
import { ready } from "../rules/ready.js";
import { check, fill, missing } from "../rules/rules.js";
import { addUp } from "../rules/totals.js";

export class Draft {
  /** @param {object} island what the page tells (app/reports/live/island.py)
   * @param {object} checking rules of such a report @param {object | null} scoring rules of its instrument */
  constructor(island, checking, scoring) {
    Object.assign(this, { island, checking, scoring });
    this.rules = scoring && ready(scoring, readRules);
  }

  /** All figures with those in the fields; what an earlier report supplies wins. */
  figures(typed = {}) {
    return { ...this.island.figures, ...typed, ...this.island.carried };
  }

  /** What the instrument is given: {figures, answers}. */
  case({ figures, answers } = {}) {
    const known = fill(this.checking, this.figures(figures));
    return { figures: known, answers: { ...this.island.answers, ...answers } };
  }

  /** The score by what stands there: {range, marks, missing}; null where no instrument applies. */
  score({ figures, answers } = {}) {
    if (!this.scoring) return null;
    const given = this.case({ figures, answers });
    const { values } = addUp(this.rules.plan, given.figures, false);
    const found = outcome(this.rules, values, given.answers, {});
    const lacks = missing(this.scoring, given.figures, given.answers);
    return { range: found.range.map(scoreText), marks: found.marks, missing: lacks };
  }

  /** The report looked at, beside the one before and that of a year ago. */
  check({ figures } = {}) {
    const { before, yearAgo, quarters } = this.island;
    return check(this.checking, this.figures(figures), { before, yearAgo, quarters });
  }

  /** What a figure is held against, as the server's Sheet.beside: of a flow, the same stretch of last year if filed. */
  beside(code) {
    const { asked, plan } = this.checking;
    const flows = asked.some((line) => line.flow && plan.codes[line.at] === code);
    return (flows && this.island.yearAgo) || this.island.before;
  }

  /** What people call a figure. */
  name(code) {
    const { asked, names, plan } = this.checking;
    return asked.find((line) => plan.codes[line.at] === code)?.name ?? names[code] ?? code;
  }

  /** Whether it counts people or offices, where everything else is money. */
  isCounted(code) {
    return this.checking.counted.includes(this.checking.plan.codes.indexOf(code));
  }

  /** The page a figure is typed on: [code, title]. */
  pageOf(code) {
    return this.checking.pages[this.checking.page[this.checking.plan.codes.indexOf(code)]] ?? null;
  }
}
