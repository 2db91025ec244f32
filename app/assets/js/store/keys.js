// The key of one person on this phone. Without a PIN it lies here, unreadable for scripts but usable
// by whoever holds the phone; with a PIN only its wrapped form stays when the phone is locked.
import { changing, reading } from "./database.js";
import { freshKey } from "./seal.js";

const LOCK = "ekop-keys";

/** There is something on this phone that only the PIN opens. */
export class Locked extends Error {
  name = "Locked";
}

/** Whoever seals holds off whoever changes the key, and the other way round. */
export const sealing = (work) => navigator.locks.request(LOCK, { mode: "shared" }, work);
export const rekeying = (work) => navigator.locks.request(LOCK, work);

export const keyRecord = (uid) => reading(["keys"], (store) => store("keys").get(uid));

/** The open key; a first one is made. Throws Locked. */
export async function openKey(uid) {
  const record = (await keyRecord(uid)) ?? (await begin(uid));
  if (!record.open) throw new Locked();
  return record.open;
}

async function begin(uid) {
  const open = await freshKey();
  return changing(["keys"], async (store) => {
    const earlier = await store("keys").get(uid);
    if (earlier) return earlier; // another tab was faster
    const record = { uid, open, pin: null, wrong: 0, notBefore: 0 };
    await store("keys").put(record);
    return record;
  });
}
