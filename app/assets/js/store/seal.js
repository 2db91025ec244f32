// AES-GCM around whatever a person wrote; bound to its place, so that no sealed thing can be
// put where another one lay.
const CIPHER = "AES-GCM";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function sealBytes(key, bytes, place) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: CIPHER, iv, additionalData: encoder.encode(place) }, key, bytes);
  return { iv, data };
}

export const unsealBytes = (key, { iv, data }, place) =>
  crypto.subtle.decrypt({ name: CIPHER, iv, additionalData: encoder.encode(place) }, key, data);

export const seal = (key, value, place) => sealBytes(key, encoder.encode(JSON.stringify(value)), place);

export const unseal = async (key, sealed, place) => JSON.parse(decoder.decode(await unsealBytes(key, sealed, place)));

/** Where a record lies: what its seal is bound to. */
export const placeOf = (store, { uid, id, path }) => `${store} ${uid} ${id ?? path}`;

export const freshKey = (extractable = false) =>
  crypto.subtle.generateKey({ name: CIPHER, length: 256 }, extractable, ["encrypt", "decrypt"]);
