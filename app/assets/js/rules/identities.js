// Relations true figures keep, as app/figures/identities.py: what breaks one is wrong, or in doubt.
import { magnitude } from "./numbers.js";

const HOLDS = {
  eq: (left, right, slack) => magnitude(left - right) <= slack,
  le: (left, right, slack) => left <= right + slack,
  ge: (left, right, slack) => left >= right - slack,
  gt: (left, right) => left > right,
};

/** The identities of this kind of report that do not hold; one that lacks a figure is left.
 * @param {import("./report.js").Account} now */
export function brokenIdentities(report, now) {
  return report.identities.filter((one) => isBroken(one, now)).map((one) => finding(report, one, now));
}

function isBroken(one, { values, fineness }) {
  const [left, right] = [values[one.left], values[one.right]];
  if (left === null || right === null) return false;
  if (one.if !== undefined && !(values[one.if] > 0n)) return false;
  return !HOLDS[one.op](left, right, one.slack * fineness);
}

function finding(report, one, now) {
  const [left, right] = [now.values[one.left], now.values[one.right]];
  return {
    key: one.code,
    level: one.wrong ? "wrong" : "doubt",
    figures: one.figures.map((place) => report.plan.codes[place]),
    page: one.page,
    parameters: {
      left: now.text(left),
      right: now.text(right),
      difference: now.text(left - right),
      message: one.says,
    },
  };
}
