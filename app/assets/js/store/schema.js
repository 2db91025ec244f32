// What lies in the phone's database, release by release. A released step is never edited: a new
// shape is a new step, and what lay in the old one is copied, looked at again, and only then dropped.
const V1 = {
  drafts: { keyPath: ["uid", "path"] }, // one form of one person, as it stands
  outbox: { keyPath: "seq", autoIncrement: true, indexes: { id: true, uid: false } }, // what waits
  receipts: { keyPath: ["uid", "id"] }, // what arrived, with its number
  keys: { keyPath: "uid" }, // the key of one person: open, or locked by a PIN
  meta: { keyPath: "name" }, // who was here last, until when the server wants rest
};

const V2 = {
  files: { keyPath: ["uid", "id"] }, // files for a report: what each is, how it stands
  bytes: { keyPath: ["uid", "id"] }, // what each holds, so that a list need not carry it
};

export const STEPS = [
  (db) => Object.entries(V1).forEach(([name, shape]) => make(db, name, shape)),
  (db) => Object.entries(V2).forEach(([name, shape]) => make(db, name, shape)),
];

/** All or nothing: a step that fails leaves everything as the older release had it. */
export async function upgrade(db, tx, steps) {
  try {
    for (const step of steps) await step(db, tx);
  } catch (fault) {
    tx.abort();
    throw fault;
  }
}

export function make(db, name, { keyPath, autoIncrement = false, indexes = {} }) {
  const made = db.createObjectStore(name, { keyPath, autoIncrement });
  for (const [index, unique] of Object.entries(indexes)) made.createIndex(index, index, { unique });
  return made;
}

/** A store in a new shape: copied, verified record by record, then dropped. `renewed` is told an
 * old record and gives the new one, or several, or none where it says so by an empty list. */
export async function remake(db, tx, name, shape, renewed) {
  const old = tx.objectStore(name);
  const next = make(db, `${name}-next`, shape);
  const wanted = [];
  for (let cursor = await old.openCursor(); cursor; cursor = await cursor.continue()) {
    for (const record of [renewed(cursor.value)].flat()) wanted.push([await next.put(record), record]);
  }
  for (const [key, record] of wanted) {
    if (!isSame(await next.get(key), record)) throw new Error(`${name}: a record was not copied`);
  }
  if ((await next.count()) !== wanted.length) throw new Error(`${name}: records fell together`);
  db.deleteObjectStore(name);
  next.name = name;
}

function isSame(one, other) {
  if (one instanceof ArrayBuffer) return isSame(new Uint8Array(one), new Uint8Array(other));
  if (one instanceof CryptoKey || typeof one !== "object" || one === null) return one === other || one instanceof CryptoKey;
  const names = Object.keys(one);
  return names.length === Object.keys(other ?? {}).length && names.every((name) => isSame(one[name], other[name]));
}
