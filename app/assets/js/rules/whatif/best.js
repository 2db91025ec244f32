// The smallest ways. What is done is weighed as a share: money of all assets, items of all items.
import { changesBy } from "./changes.js";

const MOST_WAYS = 3;
const TIDYING_LOOKS = 1000;

/** Up to three, each by other means than the smaller ones, and none further than it must be.
 * @param {import("./ways.js").Ways} ways @param {bigint} assets @param {bigint} items */
export function bestOf(ways, assets, items) {
  const effort = ({ stops, jumps }) => moneyIn(stops) * items + BigInt(itemsIn(jumps)) * assets;
  const found = distinct(ways.all(), effort).slice(0, MOST_WAYS);
  ways.search.most = ways.search.looks + TIDYING_LOOKS;
  return distinct(found.map((way) => tidied(ways, way)), effort);
}

const moneyIn = (stops) => stops.reduce((sum, stop) => sum + stop.amount, 0n);
const itemsIn = (jumps) => jumps.flatMap((jump) => jump.items).length;

/** The smallest first; a way that needs the means of a smaller one and more is left out. */
function distinct(ways, effort) {
  const weighed = ways.map((way) => [effort(way), way]);
  weighed.sort(([one], [other]) => Number(one > other) - Number(one < other));
  const kept = [];
  for (const [, way] of weighed) {
    const means = meansOf(way);
    if (!kept.some((each) => meansOf(each).every((key) => means.includes(key)))) kept.push(way);
  }
  return kept;
}

function meansOf({ stops, jumps }) {
  return [...stops.map((stop) => stop.lever.key), ...(jumps.length ? ["items"] : [])];
}

/** The same way without whatever it can do without: items first, then money. */
function tidied(ways, { stops, jumps }) {
  const by = changesBy(stops);
  let needed = jumps;
  for (const jump of jumps) {
    const without = needed.filter((each) => each !== jump);
    if (ways.isThere(by, ways.met(without))) needed = without;
  }
  return { stops: shortened(ways, stops, ways.met(needed)), jumps: needed };
}

function shortened(ways, stops, answers) {
  let kept = stops;
  for (const stop of stops) {
    const others = kept.filter((each) => each !== stop);
    const by = changesBy(others);
    const nearer = ways.search.stops(stop.lever, by, answers).at(-1);
    if (ways.isThere(by, answers)) kept = others;
    else if (nearer && ways.reaches(nearer)) kept = kept.map((each) => (each === stop ? nearer : each));
  }
  return kept;
}
