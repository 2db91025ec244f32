// What somebody is writing, form by form, sealed: it outlives the page, the tab and the signal.
import { changing, reading } from "./database.js";
import { Locked, openKey, sealing } from "./keys.js";
import { placeOf, seal, unseal } from "./seal.js";

/** `stamp` names the version the form was opened on, `rev` this state of it. */
export const keepDraft = ({ uid, path, stamp, rev, title, entries }) =>
  sealing(async () => {
    const draft = { uid, path, stamp, rev, at: Date.now() };
    draft.sealed = await seal(await openKey(uid), { title, entries }, placeOf("drafts", draft));
    await changing(["drafts"], (store) => store("drafts").put(draft));
    return draft.at;
  });

/** The draft of one form with its entries, or nothing. Throws Locked. */
export async function draftOf(uid, path) {
  const [draft, key] = await reading(["drafts", "keys"], (store) =>
    Promise.all([store("drafts").get([uid, path]), store("keys").get(uid)]),
  );
  if (!draft) return null;
  if (!key?.open) throw new Locked();
  return { ...draft, ...(await unseal(key.open, draft.sealed, placeOf("drafts", draft))) };
}

export const draftsOf = (uid) =>
  reading(["drafts"], (store) => store("drafts").getAll(IDBKeyRange.bound([uid], [uid, []])));

/** The server has it: the draft may go, unless it has been written on since. */
export const dropDraft = (uid, path, rev) =>
  changing(["drafts"], async (store) => {
    const draft = await store("drafts").get([uid, path]);
    if (draft?.rev === rev) await store("drafts").delete([uid, path]);
  });

/** The same, known by the version it was written on: the server's word on the page that follows.
 * What waited of it, or was refused for a quarrel settled since, is no longer needed. */
export const dropTaken = (uid, stamp) =>
  changing(["drafts", "outbox"], async (store) => {
    const drafts = await store("drafts").getAll(IDBKeyRange.bound([uid], [uid, []]));
    const items = await store("outbox").index("uid").getAll(uid);
    const isTaken = (each) => each.stamp === stamp && each.state !== "sending";
    await Promise.all([
      ...drafts.filter(isTaken).map((draft) => store("drafts").delete([uid, draft.path])),
      ...items.filter((item) => item.replaces && isTaken(item)).map((item) => store("outbox").delete(item.seq)),
    ]);
  });
