// The file of short answers at work: which of them answer a question best. As app/search/words/ranking.py.
import { Meaning } from "./meaning.js";
import { tokens } from "./words.js";

const MOST = 3;
const NEARLY_AS_GOOD = 40; // in hundredths of the best

export class Answers {
  #documents;
  #known = new Map();

  /** `told`: the file that app/search/phone.py writes. */
  constructor({ words, documents, language }) {
    const all = words.split(" ");
    this.#documents = documents.map((one) => ({ ...one, weights: unpacked(one.weights, all) }));
    for (const { weights } of this.#documents) {
      for (const word of weights.keys()) this.#known.set(word, (this.#known.get(word) ?? 0) + 1);
    }
    this.meaning = new Meaning(language, this.#known);
  }

  /** The best first, each with the sentence of it that answers. */
  for(text, most = MOST) {
    const concepts = this.meaning.concepts(text);
    const scored = this.#documents.map((one) => ({ one, worth: this.#score(concepts, one.weights) }));
    const found = scored.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth || inOrder(a.one, b.one));
    const good = found.filter(({ worth }) => 100 * worth >= NEARLY_AS_GOOD * found[0].worth);
    return good.slice(0, most).map(({ one }) => ({ ...one, sentence: this.#sentence(one.summary, concepts) }));
  }

  /** The earliest of equals, the first one if none answers. */
  #sentence(text, concepts) {
    const asked = new Map(concepts.flat().map(([stem, worth]) => [stem, worth * this.#rarity(stem)]));
    const worthOf = (sentence) => {
      const stems = new Set(tokens(sentence).map(this.meaning.stem));
      return [...stems].reduce((sum, stem) => sum + (asked.get(stem) ?? 0), 0);
    };
    const sentences = text.replace(/([.!?])\s+/g, "$1\n").split(/\n+/);
    return sentences.reduce((best, one) => (worthOf(one) > worthOf(best) ? one : best));
  }

  #score(concepts, weights) {
    let [total, met] = [0, 0];
    for (const stems of concepts) {
      const best = Math.max(...stems.map(([stem, worth]) => worth * this.#rarity(stem) * (weights.get(stem) ?? 0)));
      total += best;
      if (best > 0) met += 1;
    }
    return Math.floor((total * (1 + met)) / (1 + concepts.length));
  }

  #rarity(stem) {
    const [count, total] = [this.#known.get(stem) ?? 0, this.#documents.length];
    return Math.round(1000 * Math.log(1 + (total - count + 0.5) / (count + 0.5)));
  }
}

const nameOf = ({ kind, ref }) => `${kind}:${ref}`;
const inOrder = (one, other) => (nameOf(one) < nameOf(other) ? -1 : 1);

/** [distance, weight, …] -> word -> weight */
function unpacked(packed, words) {
  const found = new Map();
  let place = 0;
  for (let at = 0; at < packed.length; at += 2) {
    place += packed[at];
    found.set(words[place], packed[at + 1]);
  }
  return found;
}
