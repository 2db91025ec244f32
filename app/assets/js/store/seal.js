// AES-GCM around whatever a person wrote; bound to its place, so that no sealed thing can be
// put where another one lay.
const CIPHER = "AES-GCM";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function seal(key, value, place) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: CIPHER, iv, additionalData: encoder.encode(place) }, key, encoder.encode(JSON.stringify(value)),
  );
  return { iv, data };
}

export async function unseal(key, { iv, data }, place) {
  const plain = await crypto.subtle.decrypt({ name: CIPHER, iv, additionalData: encoder.encode(place) }, key, data);
  return JSON.parse(decoder.decode(plain));
}

/** Where a record lies: what its seal is bound to. */
export const placeOf = (store, { uid, id, path }) => `${store} ${uid} ${id ?? path}`;

export const freshKey = (extractable = false) =>
  crypto.subtle.generateKey({ name: CIPHER, length: 256 }, extractable, ["encrypt", "decrypt"]);
