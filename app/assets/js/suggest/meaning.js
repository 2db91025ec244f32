// A question as concepts: for each word that says something, the stems it may be written as.
// The same rules as app/search/words/{meaning,everyday,nearest}.py.
import { nearest } from "./nearest.js";
import { stemmer, tokens } from "./words.js";

const [ITSELF, SPOKEN, SAME, MEANT] = [100, 95, 80, 60];
const MOST_WORDS = 24;
const MOST_GUESSES = 5;
const SHORTEST = 3;
const ENDINGS = [["", ""], ["in", ""], ["ken", "kan"], ["nya", ""], ["e", ""], ["ne", ""], ["no", "kan"]];
const BEGINNINGS = [
  ["", ""], ["nge", ""], ["ng", "k"], ["ng", "h"], ["ng", ""], ["ny", "s"], ["ny", "c"],
  ["n", "t"], ["n", ""], ["m", "p"], ["m", ""], ["ke", "ter"], ["di", ""],
];

/** Forms of everyday speech a word may stand for, the likeliest first: minjem -> pinjam. */
export function everyday(word) {
  const found = new Set();
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const cut = word.slice(0, word.length - ending.length) + instead;
    for (const [beginning, first] of BEGINNINGS) {
      if (!cut.startsWith(beginning)) continue;
      const form = first + cut.slice(beginning.length);
      found.add(form).add(form.replace(/e(?=[^aeiou]+$)/, "a"));
    }
  }
  return [...found].filter((form) => form !== word && form.length >= SHORTEST);
}

export class Meaning {
  #stop;
  #same = new Map();
  #known;
  #spoken;

  /** `language`: stop, roots, same; `known`: stem -> in how many documents it stands. */
  constructor({ stop, roots, same }, known) {
    this.stem = stemmer(roots.split(" "));
    this.#stop = new Set(stop.split(" "));
    this.#known = known;
    for (const [typed, written] of Object.entries(same)) {
      const stems = written.split(" ").map(this.stem);
      for (const key of new Set([typed, this.stem(typed)])) {
        this.#same.set(key, [...new Set([...(this.#same.get(key) ?? []), ...stems])]);
      }
    }
    this.#spoken = new Map([...this.#same.keys()].map((key) => [key, 0])); // may be mistyped too
  }

  /** One list of [stem, worth] for each word. */
  concepts(text) {
    const said = new Set(tokens(text).filter((word) => !this.#saysNothing(word)));
    let guesses = MOST_GUESSES;
    return [...said].slice(0, MOST_WORDS).map((word) => this.#asWritten(word) ?? this.#asMeant(word, guesses-- > 0));
  }

  #saysNothing(word) {
    return this.#stop.has(word) || this.#stop.has(this.stem(word)) || word.length === 1;
  }

  #asWritten(word) {
    const written = this.#written(word, ITSELF);
    if (this.#isKnown(written)) return written;
    for (const form of everyday(word)) {
      const instead = this.#written(form, SPOKEN);
      if (this.#isKnown(instead)) return instead;
    }
    return null;
  }

  #asMeant(word, mayGuess) {
    const own = this.stem(word);
    const guess = mayGuess ? (nearest(own, this.#known) ?? nearest(own, this.#spoken)) : null;
    return guess ? this.#written(guess, MEANT) : this.#written(word, ITSELF);
  }

  #isKnown(stems) {
    return stems.some(([stem]) => this.#known.has(stem));
  }

  #written(word, worth) {
    const own = this.stem(word);
    const others = new Set([...(this.#same.get(word) ?? []), ...(this.#same.get(own) ?? [])]);
    others.delete(own);
    return [[own, worth], ...[...others].map((one) => [one, Math.min(worth, SAME)])];
  }
}
