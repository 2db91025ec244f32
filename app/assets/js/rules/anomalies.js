// What looks wrong though every identity holds, as app/figures/anomalies.py: asked about, never refused.
import { fractionText, largest, magnitude } from "./numbers.js";

const JUMP_FACTOR = 3n;
const JUMP_AMOUNT = 10_000_000n;
const THOUSAND_BELOW = 1_000_000n;
const SHARED_OUT = "retained_surplus";

/** Everything in a report that looks wrong, by itself and beside the one before and that of a year ago.
 * @param {import("./report.js").Account} now @param {import("./report.js").Account | null} before
 * @param {import("./report.js").Account | null} yearAgo */
export function doubts(report, now, before = null, yearAgo = null) {
  const money = report.lines.filter((line) => line.isMoney);
  return RULES.flatMap((rule) => rule({ report, money, now, before, yearAgo }));
}

function doubt(report, key, code, parameters = {}) {
  const page = code ? report.pageAt(report.plan.place.get(code)) : null;
  return [{ key, level: "doubt", figures: code ? [code] : [], page, parameters }];
}

function writtenInThousands({ report, money, now }) {
  const most = largest([0n, ...money.map((line) => magnitude(now.get(line.code) ?? 0n))]);
  const isSmall = most > 0n && most < THOUSAND_BELOW * now.unit;
  return isSmall ? doubt(report, "thousand", null, { largest: now.text(most) }) : [];
}

function nothingChanged({ report, money, now, before }) {
  if (!before || !money.some((line) => now.get(line.code))) return [];
  const isSame = (line) => sameAmount(now.get(line.code), now.unit, before.get(line.code), before.unit);
  return money.every(isSame) ? doubt(report, "same") : [];
}

function sameAmount(one, unit, other, otherUnit) {
  return one === null || other === null ? one === other : one * otherUnit === other * unit;
}

function changes(seen) {
  return seen.money.filter((line) => line.code !== SHARED_OUT).flatMap((line) => change(seen, line));
}

function change({ report, now, ...earlier }, line) {
  const before = (line.flow && earlier.yearAgo) || earlier.before;
  if (!before) return [];
  const [old, fresh] = [before.get(line.code), now.get(line.code)];
  if (old === null || fresh === null || old <= 0n || fresh < 0n) return [];
  const [quarters, past] = line.flow ? [now.quarters, before.quarters] : [1n, 1n];
  const is = fresh * past * before.unit;
  const was = old * quarters * now.unit;
  if (magnitude(is - was) < JUMP_AMOUNT * past * now.unit * before.unit) return [];
  const key = kindOfChange(is, was);
  const told = { old: before.text(old), new: now.text(fresh), times: fractionText(is, was) };
  return key ? doubt(report, key, line.code, told) : [];
}

function kindOfChange(is, was) {
  if (isTenfold(is, was) || (is && isTenfold(was, is))) return "ten_times";
  if (is >= JUMP_FACTOR * was) return "jump_up";
  return is * JUMP_FACTOR <= was ? "jump_down" : null;
}

const isTenfold = (one, other) => 2n * one >= 19n * other && 2n * one <= 21n * other;

function mostlyCash({ report, now }) {
  const [cash, assets] = [now.get("cash"), now.get("total_assets")];
  if (cash === null || assets === null || assets <= 0n || 2n * cash <= assets) return [];
  return doubt(report, "cash", "cash", { amount: now.text(cash), share: fractionText(cash, assets) });
}

function madeALoss({ report, now }) {
  const surplus = now.get("surplus_after_tax");
  if (surplus === null || surplus >= 0n) return [];
  return doubt(report, "loss", "surplus_after_tax", { amount: now.text(-surplus) });
}

function manyLoansLost({ report, now }) {
  const [lost, loans] = [now.get("loss_loans"), now.get("loans_total")];
  if (lost === null || loans === null || loans <= 0n || 20n * lost <= loans) return [];
  return doubt(report, "macet", "loss_loans", { amount: now.text(lost), share: fractionText(lost, loans) });
}

function capitalFell({ report, now, before }) {
  if (!before) return [];
  const [old, fresh] = [before.get("principal_savings"), now.get("principal_savings")];
  const [were, are] = [before.get("members_total"), now.get("members_total")];
  if ([old, fresh, were, are].includes(null)) return [];
  const fell = fresh * before.unit < old * now.unit && are * before.unit > were * now.unit;
  const told = { old: before.text(old), new: now.text(fresh) };
  return fell ? doubt(report, "capital", "principal_savings", told) : [];
}

const ALONE = [mostlyCash, madeALoss, manyLoansLost];
const RULES = [writtenInThousands, nothingChanged, changes, ...ALONE, capitalFell];
