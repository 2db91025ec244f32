// Changes of figures as code -> rupiah more (or less), and figures after them.
import { digitsOf, smallest } from "../numbers.js";

/** What changes when levers are moved so far, [{lever, amount}]: code -> change. */
export function changesBy(stops) {
  let by = {};
  for (const { lever, amount } of stops) {
    let left = amount;
    for (const stretch of lever.stretches) {
      const size = smallest([left, stretch.size]);
      if (!size) break;
      by = plus(by, stretch.by, size);
      left -= size;
    }
  }
  return by;
}

/** Changes, and `each` of another kind so many times. */
export function plus(by, each, times) {
  const next = { ...by };
  for (const [code, change] of Object.entries(each)) next[code] = (next[code] ?? 0n) + change * times;
  return next;
}

/** Figures after changes; what is given stays as it is. */
export function changed(figures, by) {
  const next = { ...figures };
  for (const [code, change] of Object.entries(by)) next[code] = digitsOf(figures[code] ?? 0)[0] + change;
  return next;
}
