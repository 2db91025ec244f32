// Files for a report as the phone holds them: what each is and how it stands, and its bytes, both sealed.
import { tellAll } from "../outbox/telling.js";
import { changing, ofPerson, reading } from "./database.js";
import { Locked } from "./keys.js";
import { placeOf, unseal, unsealBytes } from "./seal.js";

const STORES = ["files", "bytes"];

/** All of one person, in the order they were chosen; needs no key. */
export async function filesOf(uid) {
  const all = await reading(["files"], (store) => store("files").getAll(ofPerson(uid)));
  return all.sort((one, other) => one.created - other.created);
}

/** Name, kind and hash of a file. Throws Locked. */
export const fileAbout = (file) => opened(file, "files", unseal);

/** What it holds. Throws Locked. */
export const fileBytes = (file) => opened(file, "bytes", unsealBytes);

async function opened({ uid, id }, name, open) {
  const [record, key] = await reading([name, "keys"], (store) =>
    Promise.all([store(name).get([uid, id]), store("keys").get(uid)]),
  );
  if (!key?.open) throw new Locked();
  return open(key.open, record.sealed, placeOf(name, record));
}

/** The file as it stands after these changes; nothing where it is there no more. */
export async function changeFile({ uid, id }, changes) {
  const file = await changing(["files"], async (store) => {
    const now = await store("files").get([uid, id]);
    if (!now || now.state === "gone") return now;
    await store("files").put({ ...now, ...changes });
    return { ...now, ...changes };
  });
  tellAll();
  return file;
}

/** Off this phone; a server that waits for it is told so when there is a signal. */
export async function dropFile({ uid, id }) {
  await changing(STORES, async (store) => {
    const now = await store("files").get([uid, id]);
    await store("bytes").delete([uid, id]);
    if (now?.isPromised) await store("files").put({ ...now, state: "gone", notBefore: 0 });
    else await store("files").delete([uid, id]);
  });
  tellAll();
}

/** It has arrived, or is waited for no more. */
export async function forgetFile({ uid, id }, told = {}) {
  await changing(STORES, (store) => Promise.all(STORES.map((name) => store(name).delete([uid, id]))));
  tellAll(told);
}
