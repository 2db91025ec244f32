// One indicator measured on one case, as app/instruments/marks.py: which band, how many points, or why not.
import { keyOf, largest, placeOf, smallest } from "./numbers.js";

const BLOCKED = "blocked:";
const EXCLUDED = "excluded:";
const NONE = { points: null, top: null, under: null };

export const isBlocked = (mark) => mark.condition?.startsWith(BLOCKED) ?? false;

/** An indicator of a rule file, made ready for measuring. */
export function readIndicator(row) {
  const points = row.points.map(BigInt);
  const one = { ...row, points, least: smallest(points), most: largest(points) };
  if (row.items) return one;
  const { unit = "percent", edge = 1, zero = "block", none = "block", below = "block" } = row;
  const times = unit === "percent" ? 100n : 1n;
  return { ...one, unit, edge: BigInt(edge), at: row.at.map(BigInt), times, zero, none, below };
}

/** What the case makes of it: condition, points, and the value as top / under; null where there is none. */
export function mark(one, values, answers, counts) {
  return one.items ? markQuestions(one, answers, counts) : markRatio(one, values);
}

/** The fewest and the most points a blocked indicator can still bring. */
export function possible(one, answers) {
  if (!one.items) return [one.least, one.most];
  const within = one.points.slice(metIn(one, answers), one.items.length - unmet(one, answers) + 1);
  return [smallest(within), largest(within)];
}

export const metIn = (one, answers) => one.items.filter((item) => answers[item] === true).length;
const unmet = (one, answers) => one.items.filter((item) => answers[item] === false).length;

function markQuestions(one, answers, counts) {
  const isOpen = counts[one.code] == null && one.items.some((item) => answers[item] == null);
  if (isOpen) return { ...NONE, condition: "blocked:unanswered" };
  const met = counts[one.code] ?? metIn(one, answers);
  const share = one.share ? { top: 100n * BigInt(met), under: BigInt(one.items.length) } : {};
  return { ...NONE, condition: null, points: one.points[met], ...share };
}

function markRatio(one, values) {
  const top = values[one.top];
  const under = values[one.under];
  if (top === null || under === null) return { ...NONE, condition: "blocked:missing_figure" };
  if (under > 0n) return inBand(one, null, top, under);
  return under < 0n ? belowNought(one, top, under) : overNought(one, top);
}

function inBand(one, condition, top, under) {
  const value = top * one.times;
  const points = one.points[placeOf(one.at, keyOf(value * one.edge, under))];
  return { condition, points, top: value, under };
}

function belowNought(one, top, under) {
  const condition = "negative_denominator";
  if (one.below === "absolute") return inBand(one, condition, top, -under);
  if (one.below === "plain") return inBand(one, condition, -top, -under);
  return byPolicy(one, one.below, condition);
}

function overNought(one, top) {
  const condition = top ? "zero_denominator" : "zero_over_zero";
  const policy = top ? one.zero : one.none;
  if (policy !== "limit") return byPolicy(one, policy, condition);
  return { ...NONE, condition, points: top > 0n ? one.points.at(-1) : one.points[0] };
}

function byPolicy(one, policy, condition) {
  if (policy === "block") return { ...NONE, condition: BLOCKED + condition };
  if (policy === "exclude") return { ...NONE, condition: EXCLUDED + condition };
  return { ...NONE, condition, points: policy === "highest" ? one.most : one.least };
}
