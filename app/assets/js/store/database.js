// One connection to the phone's database, opened again when the browser has closed it.
import { openDB } from "idb";
import { STEPS, upgrade } from "./schema.js";

export const NAME = "ekoperasi";
const DEAD = ["InvalidStateError", "UnknownError", "AbortError"]; // as phones under pressure say it
let opening = null;

export async function open(steps = STEPS, name = NAME) {
  let failed;
  const opened = openDB(name, steps.length, {
    upgrade: (db, from, _to, tx) => upgrade(db, tx, steps.slice(from)).catch((fault) => (failed = fault)),
    blocking: (_now, _wanted, event) => event.target.close(),
    terminated: () => (opening = null),
  });
  return opened.catch((fault) => {
    throw failed ?? fault;
  });
}

async function connection() {
  opening ??= open();
  try {
    return await opening;
  } catch (fault) {
    opening = null;
    throw fault;
  }
}

/** Do something with the database; once more on a fresh connection when this one has died. */
async function withDatabase(work) {
  try {
    return await work(await connection());
  } catch (fault) {
    if (!DEAD.includes(fault.name)) throw fault;
    opening = null;
    return work(await connection());
  }
}

export const reading = (stores, work) =>
  withDatabase((db) => {
    const tx = db.transaction(stores);
    return work((name) => tx.objectStore(name));
  });

/** Everything of one change, or nothing; true once it lies on the disk. */
export const changing = (stores, work) =>
  withDatabase(async (db) => {
    const tx = db.transaction(stores, "readwrite", { durability: "strict" });
    try {
      const [result] = await Promise.all([work((name) => tx.objectStore(name)), tx.done]);
      return result;
    } catch (fault) {
      throw tx.error ?? fault; // why it was broken off, such as a full phone
    }
  });

/** All records of one person, in a store whose key begins with whose they are. */
export const ofPerson = (uid) => IDBKeyRange.bound([uid], [uid, []]);
