// The word of the server that a report arrived: number, time, address. Newest first, a screenful.
import { changing, ofPerson, reading } from "../store/database.js";
import { Locked, openKey } from "../store/keys.js";
import { placeOf, seal, unseal } from "../store/seal.js";

const MOST = 20;

/** The receipt of an item as it is kept, or nothing where the answer holds none. */
export async function receiptFor(item, answer, title) {
  if (!answer.receipt) return null;
  const kept = { uid: item.uid, id: item.each ? item.group : item.page, at: Date.now() };
  const sealed = await seal(await openKey(item.uid), { ...answer.receipt, url: answer.url, title }, placeOf("receipts", kept));
  return { ...kept, sealed };
}

/** All receipts of a person that the open key can read. Throws Locked. */
export async function receiptsOf(uid) {
  const [kept, key] = await reading(["receipts", "keys"], (store) =>
    Promise.all([store("receipts").getAll(ofPerson(uid)), store("keys").get(uid)]),
  );
  if (kept.length && !key?.open) throw new Locked();
  kept.sort((one, other) => other.at - one.at);
  await forget(uid, kept.slice(MOST));
  return Promise.all(kept.slice(0, MOST).map((each) => unseal(key.open, each.sealed, placeOf("receipts", each))));
}

async function forget(uid, old) {
  if (!old.length) return;
  await changing(["receipts"], (store) => Promise.all(old.map(({ id }) => store("receipts").delete([uid, id]))));
}
