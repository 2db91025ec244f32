// Text as words, and words of one family as one stem. The same rules as app/search/words/{tokens,stems}.py.
import { snowball } from "./snowball.js";

const RUN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const LONGEST = 40;
const NASALS = { k: "ng", t: "n", p: "m", s: "ny" }; // what a root begins with after me- and pe-
const BEFORE = { b: "m", f: "m", v: "m", c: "n", d: "n", j: "n", z: "n" };
const WITHOUT = "lmnrwy";
const PLAIN = ["di", "ter", "keter", "ke", "be", "ber", "keber", "per", "memper", "diper", "pemer"];
const NASAL = ["me", "pe", "kepe"];
const ENDINGS = ["", "kan", "an", "i", "nya"];

/** Every word of a text in its order: lower case, no accents, no marks. */
export const tokens = (text) => (text.match(RUN) ?? []).map(normal).filter(Boolean);

function normal(run) {
  const plain = run.replace(/['’]/g, "").normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "");
  return plain.slice(0, LONGEST).replace(/([a-z]{3})2$/, "$1").replace(/([a-z])\1{2,}/g, "$1");
}

/** Stems words of `tokens`; `roots` are those whose families the stemmer would split. */
export function stemmer(roots) {
  const mended = mend(roots);
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const cut = snowball(word);
      known.set(word, mended.get(cut) ?? cut);
    }
    return known.get(word);
  };
}

/** What the stemmer leaves of a root in some of its forms -> the root. */
function mend(roots) {
  const own = new Set(roots);
  const found = new Map();
  for (const root of roots) {
    for (const form of formsOf(root)) {
      const cut = snowball(form);
      if (!own.has(cut) && !found.has(cut)) found.set(cut, root);
    }
  }
  return found;
}

function formsOf(root) {
  const nasal = afterNasal(root);
  const begun = [root, ...PLAIN.map((start) => start + root), ...NASAL.map((start) => start + nasal)];
  return begun.flatMap((one) => ENDINGS.map((ending) => one + ending));
}

function afterNasal(root) {
  const [first] = root;
  if (NASALS[first]) return NASALS[first] + root.slice(1);
  return WITHOUT.includes(first) ? root : (BEFORE[first] ?? "ng") + root;
}
