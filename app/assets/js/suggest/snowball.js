// The Snowball algorithm for Indonesian (https://snowballstem.org/algorithms/indonesian/stemmer.html), written
// anew for the phone. The server uses the published one; a test holds both to the same thousands of words.
const VOWEL = /[aeiou]/g;
const FIRST = /^(meng|mem|men|me|peng|pem|pen|di|ke|ter)/;
const KEEPS = 2; // a word of so few vowels is left as it is
const [NONE, ACTIVE, BARE, NOMINAL, BE] = [0, 1, 2, 3, 4]; // which beginning was taken off
const KINDS = { di: ACTIVE, me: ACTIVE, mem: ACTIVE, men: ACTIVE, meng: ACTIVE, ter: ACTIVE, ke: NOMINAL, pem: NOMINAL, pen: NOMINAL, peng: NOMINAL };

/** A word of small letters without its usual beginnings and endings. */
export function snowball(word) {
  const left = { text: word, vowels: (word.match(VOWEL) ?? []).length, prefix: NONE, at: 0 };
  if (left.vowels <= KEEPS) return word;
  cutEnd(left, /(?:kah|lah|pun)$/);
  if (left.vowels > KEEPS) cutEnd(left, /(?:nya|ku|mu)$/);
  if (left.vowels > KEEPS) cutRest(left);
  return left.text;
}

function cutRest(left) {
  if (cutFirst(left)) {
    if (left.vowels > KEEPS && cutSuffix(left) && left.vowels > KEEPS) cutSecond(left);
    return;
  }
  cutSecond(left);
  if (left.vowels > KEEPS) cutSuffix(left);
}

function cutEnd(left, ending) {
  const shorter = left.text.replace(ending, "");
  if (shorter === left.text) return false;
  left.text = shorter;
  left.vowels -= 1;
  return true;
}

/** -kan, -an, -i: not every one goes with every beginning. */
function cutSuffix(left) {
  const { text, prefix } = left;
  if (text.endsWith("kan") && prefix !== NOMINAL && prefix !== BARE) return cutEnd(left, /kan$/);
  if (text.endsWith("an")) return prefix !== ACTIVE && cutEnd(left, /an$/);
  return text.endsWith("i") && prefix <= BARE && !text.endsWith("si") && cutEnd(left, /i$/);
}

/** di-, ke-, me-, pe-, ter-, with the letter they swallowed put back where it can be told. */
function cutFirst(left) {
  const found = FIRST.exec(left.text)?.[0];
  if (!found) return false;
  const rest = left.text.slice(found.length);
  left.text = swallowed(found, rest);
  left.at = left.text === rest ? 0 : 1; // a letter put back is never taken off again
  left.prefix = KINDS[found];
  left.vowels -= 1;
  return true;
}

function swallowed(found, rest) {
  if (/^[mp]en$/.test(found) && /^y[aeiou]/.test(rest)) return `s${rest.slice(1)}`;
  return /^[mp]em$/.test(found) && /^[aeiou]/.test(rest) ? `p${rest}` : rest;
}

/** be-, ber-, bel-, pe-, per-, pel-. */
function cutSecond(left) {
  const found = /^(?:[bp]er|[bp]el(?=ajar)|pe|be(?=[^aeiou]er))/.exec(left.text.slice(left.at))?.[0];
  if (!found) return;
  left.text = left.text.slice(0, left.at) + left.text.slice(left.at + found.length);
  left.vowels -= 1;
  if (found[0] === "b") left.prefix = BE;
  else if (!found.endsWith("l")) left.prefix = BARE;
}
