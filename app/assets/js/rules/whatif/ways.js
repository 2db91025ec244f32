// Ways to a total: one lever alone, two together, or at most one with items to be met; only when none of
// these is enough, everything at once. A way is {stops, jumps}: how far levers are moved, which items are met.
import { changesBy } from "./changes.js";
import { jumpsOf } from "./items.js";
import { leversOf } from "./levers.js";
import { Search } from "./search.js";

export class Ways {
  constructor(rules, kase, goal) {
    this.kase = kase;
    this.search = new Search(rules, kase, goal);
    this.levers = leversOf(kase.figures, kase.isComplete);
    this.jumps = jumpsOf(rules, kase.answers, kase.counts);
  }

  /** The answers once the items of these jumps are met. */
  met(jumps) {
    const items = jumps.flatMap((jump) => jump.items);
    return { ...this.kase.answers, ...Object.fromEntries(items.map((item) => [item, true])) };
  }

  isThere(by, answers, sums) {
    return this.search.look(by, answers, sums).range[0] >= this.search.goal;
  }

  reaches(stop) {
    return stop.total >= this.search.goal;
  }

  all() {
    const stops = this.levers.map((lever) => this.search.stops(lever));
    const short = stops.map((each) => each.filter((stop) => !this.reaches(stop)));
    const alone = stops.flat().filter((stop) => this.reaches(stop));
    const twos = short.flatMap((each, place) => each.flatMap((stop) => this.#joined(stop, place)));
    const withItems = [[], ...short.flat().map((stop) => [stop])].map((each) => this.#filledUp(each));
    const ofMoney = [...alone.map((stop) => [stop]), ...twos].map((each) => ({ stops: each, jumps: [] }));
    const found = [...ofMoney, ...withItems.filter(Boolean)];
    return found.length ? found : [this.#filledUp(this.#everything())].filter(Boolean);
  }

  /** A stop that falls short together with the smallest of each later lever that reaches. */
  #joined(stop, place) {
    const last = this.levers.slice(place + 1).map((lever) => this.search.stops(lever, stop.by).at(-1));
    return last.filter((each) => each && this.reaches(each)).map((each) => [stop, each]);
  }

  /** Every lever as far as it helps, one after the other. */
  #everything() {
    const stops = [];
    for (const lever of this.levers) {
      const stop = this.search.stops(lever, stops.at(-1)?.by).at(-1);
      if (stop) stops.push(stop);
    }
    return stops;
  }

  /** The stops and as many items as are still needed; null when all of them are too few. */
  #filledUp(stops) {
    const by = changesBy(stops);
    const sums = this.search.sums(by);
    const isEnough = (count) => this.isThere(by, this.met(this.jumps.slice(0, count)), sums);
    let [few, enough] = [0, this.jumps.length];
    if (!isEnough(enough)) return null;
    while (few < enough) {
      const middle = (few + enough) >> 1;
      if (isEnough(middle)) enough = middle;
      else few = middle + 1;
    }
    return { stops, jumps: this.jumps.slice(0, enough) };
  }
}
