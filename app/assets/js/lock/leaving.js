// Signing out: what was sent goes from the phone, what was not stays sealed, nothing else is left.
import { phone } from "./phone.js";

const { changing, draftsOf, filesOf, itemsOf, ofPerson, tellAll } = phone;

const ALL = ["drafts", "outbox", "receipts", "files", "bytes", "keys", "meta"];

/** How much of a person is only on this phone: what waits, and drafts nobody pressed for. */
export async function unsentOf(uid) {
  const [drafts, items, files] = await Promise.all([draftsOf(uid), itemsOf(uid), filesOf(uid)]);
  const waiting = new Set(items.map((item) => item.page));
  return items.length + files.filter((file) => file.state !== "gone").length + drafts.filter((draft) => !draft.isSent && !waiting.has(draft.path)).length;
}

/** The person goes; with a PIN their unsent work stays, and is locked. */
export const leave = (uid) =>
  changing(ALL, async (store) => {
    await store("receipts").delete(ofPerson(uid));
    const key = await store("keys").get(uid);
    for (const draft of await store("drafts").getAll(ofPerson(uid))) {
      if (draft.isSent) await store("drafts").delete([uid, draft.path]);
    }
    if (key?.pin) await store("keys").put({ ...key, open: null });
    else await deleteAll(store, uid);
    await store("meta").delete("person");
  }).then(forgetTab);

/** Everything of one person goes, unsent work too: only where they have said so. */
export const wipe = (uid) => changing(ALL, (store) => deleteAll(store, uid)).then(forgetTab);

async function deleteAll(store, uid) {
  for (const key of await store("outbox").index("uid").getAllKeys(uid)) await store("outbox").delete(key);
  for (const name of ["drafts", "receipts", "files", "bytes"]) await store(name).delete(ofPerson(uid));
  await store("keys").delete(uid);
}

function forgetTab() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("draft:")) sessionStorage.removeItem(key);
  }
  navigator.clearAppBadge?.().catch(() => {});
  tellAll();
}
