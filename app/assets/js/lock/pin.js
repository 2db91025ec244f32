// A PIN of one person: with it the key of what they wrote lies on the phone only in wrapped form, but
// for a copy that works while it is open. Setting or removing one makes a new key and seals all anew.
import { LOCK } from "../draft/names.js";
import { phone } from "./phone.js";

const { changing, freshKey, hasCome, keyRecord, ofPerson, openKey, placeOf, reading, rekeying, sealBytes, tellAll, unsealBytes } = phone;

const ROUNDS = 600_000;
const SEALED = ["drafts", "outbox", "receipts", "files", "bytes"];
const FREE_TRIES = 5;
const LAST_TRY = 10;
const PAUSE = 30_000;
const LONGEST = 900_000;
const AES = { name: "AES-GCM", length: 256 };

async function wrapperOf(pin, { salt, rounds }) {
  const word = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, word, AES, false, ["wrapKey", "unwrapKey"]);
}

/** A fresh key, open and wrapped. */
async function wrapped(pin) {
  const made = { salt: crypto.getRandomValues(new Uint8Array(16)), rounds: ROUNDS };
  const wrapper = await wrapperOf(pin, made);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.wrapKey("raw", await freshKey(true), wrapper, { name: AES.name, iv });
  const kept = { ...made, iv, key };
  return { pin: kept, open: await unwrapped(wrapper, kept) };
}

const unwrapped = (wrapper, { iv, key }) =>
  crypto.subtle.unwrapKey("raw", key, wrapper, { name: AES.name, iv }, AES, false, ["encrypt", "decrypt"]);

/** From now on the PIN opens it. Throws Locked. */
export const setPin = (uid, pin) => renew(uid, () => wrapped(pin));

/** From now on whoever holds the phone can read it. Throws Locked. */
export const removePin = (uid) => renew(uid, async () => ({ pin: null, open: await freshKey() }));

/** Nothing is sent and nothing written while all of one person is sealed anew. */
const renew = (uid, make) =>
  navigator.locks.request(LOCK, () =>
    rekeying(async () => {
      const [before, fresh, records] = [await openKey(uid), await make(), await sealedOf(uid)];
      for (const { name, record } of records) {
        const place = placeOf(name, record);
        record.sealed = await sealBytes(fresh.open, await unsealBytes(before, record.sealed, place), place);
      }
      await changing(["keys", ...SEALED], async (store) => {
        for (const { name, record } of records) await store(name).put(record);
        await store("keys").put({ uid, wrong: 0, notBefore: 0, ...fresh });
      });
      tellAll();
    }),
  );

const sealedOf = (uid) =>
  reading(SEALED, async (store) => {
    const all = await Promise.all(SEALED.map((name) => store(name).getAll()));
    return all.flatMap((records, at) =>
      records.filter((record) => record.uid === uid).map((record) => ({ name: SEALED[at], record })),
    );
  });

/** Nothing written here can be read or sent until the PIN comes. */
export async function lock(uid) {
  const record = await keyRecord(uid);
  if (record?.pin) await changing(["keys"], (store) => store("keys").put({ ...record, open: null }));
  tellAll();
}

/** "open", "wrong", or "wait" after too many tries. `stays`: only ask whether the PIN is right. */
export async function tryPin(uid, pin, stays = false) {
  const record = await keyRecord(uid);
  if (!hasCome(record.notBefore)) return "wait";
  try {
    const open = await unwrapped(await wrapperOf(pin, record.pin), record.pin);
    await noteTry({ ...record, open: stays ? record.open : open, wrong: 0, notBefore: 0 });
    return "open";
  } catch {
    const wrong = record.wrong + 1;
    const pause = wrong < FREE_TRIES ? 0 : Math.min(LONGEST, PAUSE * 2 ** (wrong - FREE_TRIES));
    await noteTry({ ...record, wrong, notBefore: pause && Date.now() + pause });
    return "wrong";
  }
}

/** After many wrong tries what was sent goes; what was not stays, sealed. */
async function noteTry(record) {
  await changing(["keys", "receipts"], async (store) => {
    await store("keys").put(record);
    const mine = ofPerson(record.uid);
    if (record.wrong >= LAST_TRY) await store("receipts").delete(mine);
  });
  tellAll();
}
