// Typing errors: which known stem is nearest to one that stands nowhere. As app/search/words/nearest.py.
const [GRAM, EDGE] = [3, "_"];
const SHORTEST = 5;
const LONG = 7; // from so many letters on, two mistakes are forgiven

function gramsOf(word) {
  const edged = `${EDGE}${EDGE}${word}${EDGE}`;
  return new Set(Array.from({ length: edged.length - GRAM + 1 }, (_, at) => edged.slice(at, at + GRAM)));
}

/** `known`: stem -> in how many documents. */
export function nearest(word, known) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return null;
  const most = word.length >= LONG ? 2 : 1;
  const pieces = gramsOf(word);
  let best = null;
  for (const [stem, count] of known) {
    if (Math.abs(stem.length - word.length) > most || stem.length < SHORTEST) continue;
    const far = distance(word, stem, most);
    if (far > most) continue;
    const shared = [...gramsOf(stem)].filter((gram) => pieces.has(gram)).length;
    const rank = [far, -shared, -count, stem];
    if (!best || isBefore(rank, best)) best = rank;
  }
  return best?.at(-1) ?? null;
}

function isBefore(one, other) {
  const at = one.findIndex((each, place) => each !== other[place]);
  return at >= 0 && one[at] < other[at];
}

/** Letters left out, put in, mistaken or exchanged; beyond `most` it may be any larger number. */
function distance(one, other, most) {
  let [older, old] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let at = 1; at <= one.length; at += 1) {
    const made = [at];
    for (let place = 1; place <= other.length; place += 1) {
      const differs = one[at - 1] === other[place - 1] ? 0 : 1;
      let cost = Math.min(old[place] + 1, made[place - 1] + 1, old[place - 1] + differs);
      const isSwap = at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1];
      if (isSwap) cost = Math.min(cost, older[place - 2] + 1);
      made.push(cost);
    }
    if (Math.min(...made) > most) return most + 1;
    [older, old] = [old, made];
  }
  return old[other.length];
}
