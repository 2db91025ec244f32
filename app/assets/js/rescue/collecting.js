// Everything of one person that is only on this phone, as the dinas reads it (app/rescue/bundle.py).
import { phone } from "../lock/phone.js";

const { contentOf, draftOf, draftsOf, fileAbout, filesOf, itemsOf } = phone;

/** Throws Locked. */
export async function unsentWork(uid) {
  const [waiting, kept, held] = await Promise.all([itemsOf(uid), draftsOf(uid), filesOf(uid)]);
  waiting.sort((one, other) => one.seq - other.seq);
  const fresh = kept.filter((draft) => !draft.isSent && !waiting.some((item) => isSame(item, draft)));
  const items = await Promise.all(waiting.map(itemOf));
  const drafts = await Promise.all(fresh.map(({ path }) => draftOf(uid, path)));
  const files = await Promise.all(held.filter(({ state }) => state !== "gone").map(fileOf));
  return { uid, at: Date.now(), items, drafts: drafts.filter(Boolean).map(draftTold), files };
}

/** What waits says all that the draft of its page says. */
const isSame = (item, draft) => item.page === draft.path && item.rev === draft.rev;

async function itemOf(item) {
  const { title, entries } = await contentOf(item);
  const { id, path, page, group, kind, waits, created, stamp, turn } = item;
  return { id, path, page, group, kind, waits, created, stamp, turn, title, entries };
}

const draftTold = ({ path, title, at, stamp, rev, entries }) => ({ path, title, at, stamp, rev, entries });

async function fileOf(file) {
  const { title, kind, hash } = await fileAbout(file);
  const { uid, id, state, path, size, created } = file;
  return { uid, id, state, path, kind, name: title, size, hash, created };
}
