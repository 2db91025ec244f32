// Items of questionnaires that are still open or not met, in the order in which meeting them helps most.
import { metIn } from "../marks.js";

const FINE = 10n ** 9n;

/** [{one, items}]: a questionnaire and the next items to meet there, the most points per item first.
 * A questionnaire of which only a count is known has no items to name. */
export function jumpsOf(rules, answers, counts) {
  const waiting = rules.indicators
    .filter((one) => one.items && counts[one.code] == null)
    .map((one) => withBest(rules, { one, met: metIn(one, answers), rest: restOf(one, answers) }));
  const jumps = [];
  for (;;) {
    const next = waiting.reduce((best, each) => (isBetter(each.best, best?.best) ? each : best), null);
    if (!next) return jumps;
    jumps.push({ one: next.one, items: next.rest.splice(0, next.best.count) });
    next.met += next.best.count;
    withBest(rules, next);
  }
}

function restOf(one, answers) {
  const open = one.items.filter((item) => answers[item] == null);
  return [...open, ...one.items.filter((item) => answers[item] === false)];
}

function withBest(rules, state) {
  const { one, met, rest } = state;
  state.best = null;
  for (let count = 1; count <= rest.length; count += 1) {
    const gain = worth(rules, one) * (one.points[met + count] - one.points[met]);
    if (gain > 0n && isBetter({ gain, count }, state.best)) state.best = { gain, count };
  }
  return state;
}

function isBetter(one, other) {
  return Boolean(one) && (!other || one.gain * BigInt(other.count) > other.gain * BigInt(one.count));
}

/** What a point of this indicator is worth in the total. */
function worth(rules, one) {
  if (!rules.best) return FINE;
  const beside = rules.indicators.filter((each) => each.aspect === one.aspect).length;
  return (FINE * rules.aspects[one.aspect].weight) / BigInt(beside);
}
