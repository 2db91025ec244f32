// What waits to be sent, written down before it is sent. Each item is one POST with the key that
// makes it count once; what it says is sealed, where it goes and how it stands is not.
import { changing, ofPerson, reading } from "../store/database.js";
import { Locked, openKey, sealing } from "../store/keys.js";
import { placeOf, seal, unseal } from "../store/seal.js";
import { tellAll } from "./telling.js";

/** `path` takes the form and `page` shows it; `group` is the whole it is part of, and what `waits`
 * goes after all others of its group; what `replaces` says all there is, so older ones need not go.
 * Of `each` every group is a message of its own, and its files go after it. */
export const queue = ({ title, entries, ...about }) =>
  sealing(async () => {
    const blank = { id: crypto.randomUUID(), state: "waiting", status: 0, tries: 0, notBefore: 0 };
    const item = { ...blank, created: Date.now(), ...about };
    item.sealed = await seal(await openKey(item.uid), { title, entries }, placeOf("outbox", item));
    item.seq = await changing(["outbox", "files"], async (store) => {
      await moveFiles(store, item, "draft", "waiting");
      for (const old of await mine(store, item.uid)) {
        if (isOvertaken(old, item)) await store("outbox").delete(old.seq);
      }
      return store("outbox").add(item);
    });
    tellAll();
    return item;
  });

/** Newest words win; but what may have been heard already is asked for its answer first. */
const isOvertaken = (old, item) =>
  old.path === item.path && (!item.each || old.group === item.group) && old.state !== "sending" && (item.replaces || old.state === "wrong" || !old.tries);

const mine = (store, uid) => store("outbox").index("uid").getAll(uid);
export const itemsOf = (uid) => reading(["outbox"], (store) => mine(store, uid));

/** Title and entries of an item. Throws Locked. */
export async function contentOf(item) {
  const key = await reading(["keys"], (store) => store("keys").get(item.uid));
  if (!key?.open) throw new Locked();
  return unseal(key.open, item.sealed, placeOf("outbox", item));
}

export async function change(item, changes) {
  await changing(["outbox"], async (store) => {
    const now = await store("outbox").get(item.seq);
    if (now) await store("outbox").put({ ...now, ...changes });
  });
  tellAll();
}

export async function drop(item) {
  await changing(["outbox"], (store) => store("outbox").delete(item.seq));
  tellAll();
}

/** The server has what `rev` names of a page: older items of it may go. */
export async function settled({ uid, page, path, rev }) {
  await changing(["outbox", "drafts"], async (store) => {
    for (const old of await mine(store, uid)) {
      if (old.path === path && old.replaces && old.state !== "sending") await store("outbox").delete(old.seq);
    }
    await markDraft(store, { uid, page, rev }, { isSent: true });
  });
  tellAll();
}

/** It arrived: the item goes in the same breath as its receipt is kept. */
export async function arrived(item, receipt, told) {
  await changing(["outbox", "drafts", "receipts"], async (store) => {
    if (receipt) await store("receipts").put(receipt);
    await store("outbox").delete(item.seq);
    await markDraft(store, item, { isSent: true });
  });
  tellAll({ sent: item.page, rev: item.rev, receipt: told });
}

/** It is refused in front of the person: the draft stays, and remembers as what it was sent. */
export async function refused(item) {
  await changing(["outbox", "drafts", "files"], async (store) => {
    await store("outbox").delete(item.seq);
    await moveFiles(store, item, "waiting", "draft");
    await markDraft(store, item, { turn: item.turn });
  });
  tellAll();
}

/** Files that follow a message share its fate: kept while it is written, sent once it is. */
async function moveFiles(store, { uid, group }, from, to) {
  for (const file of await store("files").getAll(ofPerson(uid))) {
    if (file.follows && file.group === group && file.state === from) await store("files").put({ ...file, state: to });
  }
}

async function markDraft(store, { uid, page, rev }, changes) {
  const draft = await store("drafts").get([uid, page]);
  if (draft?.rev === rev) await store("drafts").put({ ...draft, ...changes });
}

/** How it stands with one person's unsent work, but for that of one page; needs no key. */
export async function standing(uid, but = "") {
  const [all, key, files] = await reading(["outbox", "keys", "files"], (store) =>
    Promise.all([mine(store, uid), store("keys").get(uid), store("files").getAll(ofPerson(uid))]),
  );
  const items = [...all, ...files].filter((item) => item.page !== but && item.state !== "gone" && item.state !== "draft");
  const count = (state) => items.filter((item) => item.state === state).length;
  const oldest = Math.min(...items.map((item) => item.created));
  const [wrong, sending] = [count("wrong"), count("sending")];
  const isOver = !all.length && !files.length;
  return { all: items.length, isOver, wrong, sending, oldest, isLocked: Boolean(key && !key.open), hasPin: Boolean(key?.pin) };
}
