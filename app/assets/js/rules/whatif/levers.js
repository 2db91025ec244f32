// What a cooperative can honestly do about its figures. Each lever moves money for real and in balance:
// whatever it touches moves with it, and where it is not known how, it moves to its disadvantage.
// Never here: moving amounts between lines, borrowing or paying around the last day, releasing
// provision, writing off, spending less on paper.
import { digitsOf, smallest } from "../numbers.js";

const PROBLEM_LOANS = [
  ["substandard_loans", "collateral_substandard"],
  ["doubtful_loans", "collateral_doubtful"],
  ["loss_loans", "collateral_loss"],
];

/** The levers of a case: [{key, aim, stretches}]; along a stretch of `size` rupiah every rupiah changes
 * the figures `by` so much; `aim` is the sum whose ratio must gain, where side effects would be no reason.
 * Figures that are missing, negative or no whole rupiah give no lever. */
export function leversOf(figures, isComplete = false) {
  const know = (code) => amountOf(figures[code] ?? (isComplete ? 0 : null));
  const spare = owedBeyondAllowance(know);
  const loans = collectLoans(know, spare);
  const receivables = collectReceivables(know, spare - lengthOf(loans));
  const left = spare - lengthOf(loans) - lengthOf(receivables);
  return [
    { key: "collect_loans", stretches: loans },
    { key: "collect_receivables", stretches: receivables },
    { key: "add_savings", stretches: addSavings(know) },
    { key: "add_provision", aim: "risk_provision", stretches: addProvision(know, left) },
  ].filter((lever) => lever.stretches.length);
}

function amountOf(given) {
  if (given === null) return null;
  const [amount, decimals] = digitsOf(given);
  return decimals || amount < 0n ? null : amount;
}

const lengthOf = (stretches) => stretches.reduce((sum, { size }) => sum + size, 0n);

/** So much can be collected or set aside before more is set aside than is owed. */
function owedBeyondAllowance(know) {
  const owed = ["loans_members", "loans_non_members", "trade_receivables"].map((code) => know(code) ?? 0n);
  return owed.reduce((one, other) => one + other) - (know("loan_loss_allowance") ?? 0n);
}

/** Members pay back problem loans, the youngest first; what secured them is given back. They may have
 * been the safe ones: risky loans fall only when nothing else is left. */
function collectLoans(know, spare) {
  const cash = know("cash");
  const [members, others] = [know("loans_members"), know("loans_non_members")];
  const risky = know("risky_loans");
  const classes = PROBLEM_LOANS.map((codes) => codes.map(know));
  if ([cash, members, others, ...classes.map(([owed]) => owed)].includes(null)) return [];
  let most = smallest([members, spare]);
  let safe = risky === null ? members + others : members + others - risky;
  const stretches = [];
  for (const [place, [owed, secured]] of classes.entries()) {
    const [code, collateral] = PROBLEM_LOANS[place];
    let [left, pledged] = [owed, secured ?? 0n];
    while (left > 0n && most > 0n) {
      const size = smallest([left, most, ...[pledged, safe].filter((each) => each > 0n)]);
      const by = { cash: 1n, loans_members: -1n, [code]: -1n };
      if (pledged > 0n) by[collateral] = -1n;
      if (safe <= 0n) by.risky_loans = -1n;
      stretches.push({ size, by });
      [left, most, pledged, safe] = [left - size, most - size, pledged - size, safe - size];
    }
  }
  return stretches;
}

/** Customers pay what they owe; half of it, for a shop that sells on credit is always owed something. */
function collectReceivables(know, spare) {
  const [cash, owed] = [know("cash"), know("trade_receivables")];
  if (cash === null || owed === null) return [];
  const size = smallest([owed / 2n, spare]);
  return size > 0n ? [{ size, by: { cash: 1n, trade_receivables: -1n } }] : [];
}

/** Members pay mandatory savings; no more than what they have paid in so far. */
function addSavings(know) {
  const [cash, principal, mandatory] = ["cash", "principal_savings", "mandatory_savings"].map(know);
  if ([cash, principal, mandatory].includes(null) || principal + mandatory === 0n) return [];
  return [{ size: principal + mandatory, by: { cash: 1n, mandatory_savings: 1n } }];
}

/** Provision is put aside out of this year's surplus, until every problem loan is covered. What it costs
 * the surplus is reckoned too; that smaller equity may flatter other ratios is no reason to do it. */
function addProvision(know, spare) {
  const owed = PROBLEM_LOANS.map(([code]) => know(code));
  const held = [know("loan_loss_allowance"), know("risk_reserve")];
  if ([...owed, ...held, know("loan_loss_expense")].includes(null)) return [];
  const bare = owed.reduce((one, other) => one + other) - held[0] - held[1];
  const size = smallest([bare, spare]);
  return size > 0n ? [{ size, by: { loan_loss_allowance: 1n, loan_loss_expense: 1n } }] : [];
}
