// What somebody is writing, form by form, sealed: it outlives the page, the tab and the signal.
import { changing, ofPerson, reading } from "./database.js";
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
  reading(["drafts"], (store) => store("drafts").getAll(ofPerson(uid)));

/** A page as the server has it was opened: the draft may go, unless it has been written on since. */
export const dropDraft = (uid, path, rev) =>
  changing(["drafts"], async (store) => {
    const draft = await store("drafts").get([uid, path]);
    if (draft?.rev === rev) await store("drafts").delete([uid, path]);
  });

/** The server's word on the page that follows: what was sent under this name has been taken, or the
 * quarrel about it settled. */
export const dropTaken = (uid, taken) =>
  changing(["drafts"], async (store) => {
    const drafts = await store("drafts").getAll(ofPerson(uid));
    const isTaken = ({ stamp, turn }) => `${stamp}.${turn}` === taken;
    await Promise.all(drafts.filter(isTaken).map((draft) => store("drafts").delete([uid, draft.path])));
  });
