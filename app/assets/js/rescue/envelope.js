// Closing something for the dinas alone: a key of this one file, agreed with the dinas' public one.
// app/rescue/envelope.py opens it.
const FORMAT = "e-koperasi salinan";
const VERSION = 1;
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const MARK = 12;
const BIT = 3 * 8192; // whole groups of three bytes, and no more than a call takes
const encoder = new TextEncoder();

/** A JSON text that only the holder of the private key of `point` can open: `value`, then `files`. */
export async function sealedFor(point, value, files = []) {
  const theirs = await crypto.subtle.importKey("raw", bytesOf(point), CURVE, false, []);
  const mine = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const key = await markOf(point);
  const bound = encoder.encode(`${FORMAT} ${VERSION} ${key}`);
  const [salt, iv] = [16, 12].map((length) => crypto.getRandomValues(new Uint8Array(length)));
  const cipher = await cipherOf(theirs, mine.privateKey, { salt, info: bound });
  const how = { name: "AES-GCM", iv, additionalData: bound };
  const data = await crypto.subtle.encrypt(how, cipher, await lineAnd(value, files));
  const from = await crypto.subtle.exportKey("raw", mine.publicKey);
  const parts = Object.entries({ from, salt, iv, data }).map(([name, raw]) => [name, wordOf(raw)]);
  return JSON.stringify({ format: FORMAT, version: VERSION, key, ...Object.fromEntries(parts) });
}

/** Which key it was closed for, in a few letters. */
export async function markOf(point) {
  return wordOf(await crypto.subtle.digest("SHA-256", bytesOf(point))).slice(0, MARK);
}

async function cipherOf(theirs, mine, { salt, info }) {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256);
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
}

const lineAnd = (value, files) => new Blob([`${JSON.stringify(value)}\n`, ...files]).arrayBuffer();

/** Bit by bit: a cheap phone has no room for a megabyte of letters one by one. */
function wordOf(raw) {
  const words = [];
  for (let at = 0; at < raw.byteLength; at += BIT) {
    words.push(btoa(String.fromCharCode(...new Uint8Array(raw).subarray(at, at + BIT))));
  }
  return words.join("").replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const bytesOf = (word) =>
  Uint8Array.from(atob(word.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
