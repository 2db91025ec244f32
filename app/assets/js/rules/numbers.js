// Whole numbers of any size and what is written of them; never a float. As app/instruments/numbers.py.
const DIGITS = 12;
const CUT = 10n ** BigInt(DIGITS);
const DECIMAL = /^(-?[0-9]+)(?:\.([0-9]+))?$/;

export const magnitude = (value) => (value < 0n ? -value : value);
export const largest = (values) => values.reduce((one, other) => (other > one ? other : one));
export const smallest = (values) => values.reduce((one, other) => (other < one ? other : one));

/** 12, 12n or "12.50" -> its digits as one whole number, and how many stand behind the point.
 * @param {number | bigint | string} amount @returns {[bigint, number]} */
export function digitsOf(amount) {
  if (typeof amount === "bigint" || Number.isSafeInteger(amount)) return [BigInt(amount), 0];
  const found = typeof amount === "string" && DECIMAL.exec(amount);
  if (!found) throw new TypeError(`Not an exact number: ${amount}`);
  const behind = found[2] ?? "";
  return [BigInt(found[1] + behind), behind.length];
}

/** The largest whole number not above top / under; under is positive. */
export function floored(top, under) {
  const quotient = top / under;
  return top < 0n && quotient * under !== top ? quotient - 1n : quotient;
}

/** The nearest whole number, half away from zero; under is positive. */
export function rounded(top, under) {
  const nearest = (2n * magnitude(top) + under) / (2n * under);
  return top < 0n ? -nearest : nearest;
}

/** Twice the floor of top / under, one more where something is left: even on an edge, odd above. */
export function keyOf(top, under) {
  const whole = floored(top, under);
  return 2n * whole + (whole * under === top ? 0n : 1n);
}

/** The edge a key stands on, or is just above. */
export const edgeOf = (key) => (key - (key & 1n)) / 2n;

/** How many of the ascending edges lie at or below the key: the place of its band. */
export function placeOf(edges, key) {
  let place = 0;
  while (place < edges.length && edges[place] <= key) place += 1;
  return place;
}

/** 7460n -> "74.60" */
export function scoreText(hundredths) {
  const text = String(hundredths).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** top / under as a plain decimal without needless noughts: "5.4"; under has no other primes than 2 and 5. */
export function plainText(top, under) {
  let scale = 1n;
  let digits = 0;
  while ((top * scale) % under !== 0n) {
    scale *= 10n;
    digits += 1;
    if (digits > DIGITS) throw new RangeError(`${top}/${under} has no finite decimal text`);
  }
  return pointed((top * scale) / under, digits);
}

/** top / under cut after 12 decimals, so that rounding it again is right; under is positive. */
export function valueText(top, under) {
  const text = pointed((magnitude(top) * CUT) / under, DIGITS);
  return top < 0n ? `-${text}` : text;
}

function pointed(scaled, digits) {
  if (!digits) return String(scaled);
  const text = String(magnitude(scaled)).padStart(digits + 1, "0");
  return `${scaled < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** top / under in lowest terms: "19/2", or "4" where it is whole. */
export function fractionText(top, under) {
  let [one, other] = [magnitude(top), magnitude(under)];
  while (other) [one, other] = [other, one % other];
  const sign = under < 0n ? -1n : 1n;
  const [above, below] = [(sign * top) / one, (sign * under) / one];
  return below === 1n ? String(above) : `${above}/${below}`;
}

/** "19/2", "9.5" or "4" with so many decimals, half away from zero, as Indonesians write it: "9,5".
 * @param {string} text @param {number} places */
export function decimalText(text, places) {
  const [above, below = "1"] = text.split("/");
  const [digits, behind] = digitsOf(above);
  const scaled = rounded(digits * 10n ** BigInt(places), BigInt(below) * 10n ** BigInt(behind));
  const [whole, rest] = pointed(scaled, places).split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
  return rest ? `${grouped},${rest}` : grouped;
}
