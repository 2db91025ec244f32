// The rules on the phone: the same files, the same arithmetic and the same answers as on the server.
// `data` is a rule file as it came (app/reports/rule_files.py); figures are code -> whole rupiah as
// number, BigInt or decimal text, a code without one is missing; answers are item -> true or false.
// Amounts and scores come back as exact text. Nothing given is changed, nothing is kept, no page is touched.
// What-if is a file of its own, whatif/whatif.js, fetched when somebody asks for it.
import { doubts } from "./anomalies.js";
import { difference, hints } from "./difference.js";
import { outcome, readRules, told } from "./engine.js";
import { brokenIdentities, unmeasured } from "./identities.js";
import { ready } from "./ready.js";
import { Account, filled, readReport } from "./report.js";
import { addUp, leavesBelow, missingBelow } from "./totals.js";

export { decimalText } from "./numbers.js";

/** The score of a case by an instrument: what `flask health score` prints, each aspect with its range
 * and each indicator with its condition. `isComplete`: a line not given is 0; `counts`: questionnaire ->
 * items met, where only that is known. */
export function score(data, figures, answers = {}, { isComplete = false, counts = {} } = {}) {
  const rules = ready(data, readRules);
  const { values } = addUp(rules.plan, figures, isComplete);
  return told(rules, outcome(rules, values, answers, counts));
}

/** What a full score still needs, {figures, items}, and everything it is made of, {wanted: {figures, items}};
 * lines such a business never has (`never` of its report file) are among them. */
export function missing(data, figures, answers = {}, { isComplete = false, counts = {} } = {}) {
  const rules = ready(data, readRules);
  const { values } = addUp(rules.plan, figures, isComplete);
  const places = rules.indicators.flatMap((one) => (one.items ? [] : [one.top, one.under]));
  const asked = rules.indicators.filter((one) => one.items);
  const open = asked.filter((one) => counts[one.code] == null).flatMap((one) => one.items);
  const items = asked.flatMap((one) => one.items);
  return {
    figures: missingBelow(rules.plan, values, places),
    items: open.filter((item) => answers[item] == null),
    wanted: { figures: leavesBelow(rules.plan, places), items },
  };
}

/** The figures of a report with a 0 for every line such a business never has: what `score` is to be given. */
export function fill(data, figures, isComplete = false) {
  return filled(ready(data, readReport), figures, isComplete);
}

/** A report looked at: {amounts, gap, wrong, unmeasured, doubts, hints}. `amounts` are all lines and sums, `gap`
 * assets less liabilities and equity, `unmeasured` the figures for want of which what may block was left out.
 * `before`: {figures, quarters} of the report before, `yearAgo` of the same stretch of last year, what adds up
 * over the year is held against; `quarters`: how much of the book year this one covers.
 * Doubts of a report with empty lines are only half the truth. */
export function check(data, figures, { before = null, yearAgo = null, quarters = 4, isComplete = false } = {}) {
  const report = ready(data, readReport);
  const now = new Account(report, figures, { isComplete, quarters });
  const [last, ago] = [before, yearAgo].map((each) => each && filed(report, each));
  const broken = brokenIdentities(report, now);
  const gap = difference(now);
  return {
    amounts: now.amounts,
    gap: gap === null ? null : now.text(gap),
    wrong: broken.filter((each) => each.level === "wrong"),
    unmeasured: unmeasured(report, now),
    doubts: [...broken.filter((each) => each.level === "doubt"), ...doubts(report, now, last, ago)],
    hints: hints(report, now, last),
  };
}

function filed(report, { figures, quarters }) {
  return new Account(report, figures, { isComplete: true, quarters });
}
