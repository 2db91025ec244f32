// Sums of the catalogue, exact: every figure is a whole number of one common unit (phone/plan.py).
import { digitsOf, plainText } from "./numbers.js";

/** The plan of a rule file, made ready for adding up. */
export function readPlan({ codes, lines, first, unit, constants, sums }) {
  return {
    codes,
    lines,
    first,
    unit: BigInt(unit),
    constants: constants.map(([place, value]) => [place, BigInt(value)]),
    place: new Map(codes.map((code, place) => [code, place])),
    sums: sums.map(readSum),
  };
}

function readSum({ of, by = 1, floor = 0 }) {
  const terms = [];
  for (let i = 0; i < of.length; i += 2) terms.push([of[i], BigInt(of[i + 1])]);
  return { terms, by: BigInt(by), isFloored: Boolean(floor) };
}

/** Every figure by its place, null where something is missing. A figure given counts first, then
 * constants, then sums; a line not given is 0 only when the report is complete.
 * @returns {{values: (bigint | null)[], unit: bigint}} one rupiah is `unit` */
export function addUp(plan, figures, isComplete = false) {
  const read = plan.codes.map((code) => (figures[code] == null ? null : digitsOf(figures[code])));
  const decimals = Math.max(0, ...read.map((found) => (found ? found[1] : 0)));
  const unit = plan.unit * 10n ** BigInt(decimals);
  const values = read.map((found, place) => {
    if (found) return found[0] * plan.unit * 10n ** BigInt(decimals - found[1]);
    return isComplete && place < plan.lines ? 0n : null;
  });
  for (const [place, value] of plan.constants) values[place] ??= (value * unit) / plan.unit;
  plan.sums.forEach((sum, place) => {
    values[plan.first + place] ??= added(sum, values);
  });
  return { values, unit };
}

function added({ terms, by, isFloored }, values) {
  let total = 0n;
  for (const [place, factor] of terms) {
    if (values[place] === null) return null;
    total += values[place] * factor;
  }
  return isFloored && total < 0n ? 0n : total / by;
}

/** The typed and carried codes below these places that are not given, each once, in order. */
export function missingBelow(plan, values, places) {
  const found = new Set();
  const visit = (place) => {
    if (values[place] !== null) return;
    if (place < plan.first) found.add(plan.codes[place]);
    else for (const [part] of plan.sums[place - plan.first].terms) visit(part);
  };
  places.forEach(visit);
  return [...found];
}

/** The typed and carried codes these places are made of. */
export function leavesBelow(plan, places) {
  return missingBelow(plan, Array(plan.first + plan.sums.length).fill(null), places);
}

/** Every code with its amount as plain text, null where missing. */
export function amounts(plan, { values, unit }) {
  const told = plan.codes.map((code, place) => [
    code,
    values[place] === null ? null : plainText(values[place], unit),
  ]);
  return Object.fromEntries(told);
}
