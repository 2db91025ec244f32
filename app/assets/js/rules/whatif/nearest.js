// The ratios that lack least for a better band, and by how much their numerator would have to change.
import { edgeOf, keyOf, largest, magnitude, placeOf, plainText } from "../numbers.js";

const MOST = 3;

/** [{code, value, edge, gap, points}], nearest first. `gap`: rupiah (or people) the numerator lacks,
 * negative where it is too much; null where its parts do not count alike. */
export function nearestOf(rules, found, { unit }) {
  const seen = rules.indicators.flatMap((one, place) => sought(rules, one, found.marks[place], unit));
  return seen.sort(byDistance).slice(0, MOST).map(({ told }) => told);
}

function sought(rules, one, mark, unit) {
  if (one.items || mark.top === null || mark.condition) return [];
  const { top, under, points } = mark;
  const at = placeOf(one.at, keyOf(top * one.edge, under));
  const up = one.points.findIndex((each, place) => place > at && each > points);
  const down = one.points.findLastIndex((each, place) => place < at && each > points);
  const ends = [up > 0 ? end(one, mark, up - 1, 1n) : null, down >= 0 ? end(one, mark, down, -1n) : null];
  const [nearer] = ends.filter(Boolean).sort(byDistance);
  if (!nearer) return [];
  const better = one.points[nearer.sign > 0n ? up : down];
  const told = {
    code: one.code,
    edge: plainText(nearer.edge, one.edge),
    gap: gapOf(rules, one, nearer, unit),
    points: { from: plainText(points, rules.scale), to: plainText(better, rules.scale) },
  };
  return [{ ...nearer, told }];
}

/** How far the value is from an edge it must reach (or pass, where the edge is not of that band). */
function end(one, { top, under }, place, sign) {
  const key = one.at[place];
  const isOdd = (key & 1n) === 1n;
  const edge = edgeOf(key);
  const [is, wanted] = [top * one.edge, edge * under];
  const reach = largest([1n, magnitude(is), magnitude(wanted)]);
  return { sign, edge, lack: magnitude(wanted - is), reach, isBeyond: sign > 0n ? isOdd : !isOdd };
}

function byDistance(one, other) {
  const apart = one.lack * other.reach - other.lack * one.reach;
  return Number(apart > 0n) - Number(apart < 0n);
}

function gapOf(rules, one, { sign, lack, isBeyond }, unit) {
  const sum = rules.plan.sums[one.top - rules.plan.first];
  const isNamed = one.top < rules.plan.codes.length;
  const factors = isNamed ? [1n] : sum.terms.map(([, factor]) => magnitude(factor));
  const by = isNamed ? 1n : sum.by;
  if (factors.some((factor) => factor !== factors[0])) return null;
  const each = one.times * one.edge * unit * factors[0];
  const least = (lack * by) / each + (isBeyond || (lack * by) % each ? 1n : 0n);
  return String(sign * least);
}
