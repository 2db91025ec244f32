// One kind of report made ready: its lines by place, and the amounts of one such report.
import { fractionText } from "./numbers.js";
import { addUp, amounts, readPlan } from "./totals.js";

/** The rule file of a kind of report, made ready. */
export function readReport(file) {
  const plan = readPlan(file.plan);
  const counted = new Set(file.counted);
  const identities = file.identities.map((one) => ({ ...one, slack: BigInt(one.slack) }));
  const codeAt = (place) => plan.codes[place];
  const lines = file.asked.map((line) => ({ ...line, code: codeAt(line.at), isMoney: !counted.has(line.at) }));
  const pageAt = (place) => file.pages[file.page[place]]?.[0] ?? null;
  return { plan, lines, identities, never: file.never.map(codeAt), pageAt };
}

/** The figures with a 0 for every line such a business never has; those asked count as 0 when complete. */
export function filled(report, figures, isComplete = false) {
  const asked = isComplete ? report.lines.map((line) => line.code) : [];
  return { ...Object.fromEntries([...report.never, ...asked].map((code) => [code, 0])), ...figures };
}

/** What one report says, whatever it covers of its book year. */
export class Account {
  constructor(report, figures, { isComplete = false, quarters = 4 } = {}) {
    this.report = report;
    this.quarters = BigInt(quarters);
    const { values, unit } = addUp(report.plan, filled(report, figures, isComplete));
    this.values = values;
    this.unit = unit;
    this.fineness = unit / report.plan.unit;
  }

  /** The amount of a figure in units, null where missing. */
  get(code) {
    return this.values[this.report.plan.place.get(code)] ?? null;
  }

  /** Every code with its amount as plain text. */
  get amounts() {
    return amounts(this.report.plan, this);
  }

  /** An amount in units as exact text. */
  text(amount) {
    return fractionText(amount, this.unit);
  }
}
