// Which indicators the numbers of a page have moved. Pure.

/** [{one, from, to}] of the indicators whose value or points are not what they were; what
 * changes the score comes first. */
export function movesBetween(rules, before, after) {
  return rules.indicators
    .map((one, place) => ({ one, from: before[place], to: after[place] }))
    .filter(({ from, to }) => from.points !== to.points || !isSame(from, to))
    .filter(({ from, to }) => from.points !== null || to.points !== null)
    .sort((one, other) => Number(counts(other)) - Number(counts(one)));
}

const counts = ({ from, to }) => from.points !== to.points;

function isSame(one, other) {
  if (one.top === null || other.top === null) return one.top === other.top;
  return one.top * other.under === other.top * one.under;
}
