// Whose phone this is now: the person the last page was for. Written down, for a worker sleeps and forgets.
const NOTES = "notes";
const WHO = "/catatan/pembaca";

export async function note(address, text) {
  await (await caches.open(NOTES)).put(address, new Response(text));
}

export async function noted(address) {
  const found = await caches.match(address, { cacheName: NOTES });
  return found ? found.text() : "";
}

/** Their number, or nothing when nobody is known. */
export const reader = () => noted(WHO);

/** Somebody is here: of others nothing stays. */
export async function meet(uid) {
  if ((await reader()) === uid) return;
  await forgetAll(`-${uid}`);
  await note(WHO, uid);
}

/** Somebody has left: no page and no note of theirs stays. */
export async function forgetAll(but = "") {
  await caches.delete(NOTES);
  const theirs = (await caches.keys()).filter((name) => name.startsWith("pages-") && !(but && name.endsWith(but)));
  await Promise.all(theirs.map((name) => caches.delete(name)));
}
