// Looking at what is kept, for the worker and for the pages that tell of it.
import { AT, IS_FORM, SIZE } from "./copies.js";

/** Newest first. */
export const cachesOf = async (uid) =>
  (await caches.keys()).filter((name) => name.startsWith("pages-") && name.endsWith(`-${uid}`)).reverse();

/** Where a person's kept pages are, and of which build. */
export async function keptPaths(uid) {
  const found = [];
  for (const name of uid ? await cachesOf(uid) : []) {
    const keys = await (await caches.open(name)).keys();
    found.push(...keys.map(({ url }) => ({ name, url, path: new URL(url).pathname, build: name.split("-")[1] })));
  }
  return found;
}

/** The same, with when each was kept, how long it is and whether one writes on it. */
export async function keptPages(uid) {
  const found = [];
  for (const one of await keptPaths(uid)) {
    const kept = await caches.match(one.url, { cacheName: one.name });
    if (!kept) continue;
    const { headers } = kept;
    const said = { at: Date.parse(headers.get(AT)), size: Number(headers.get(SIZE)), isForm: headers.get(IS_FORM) === "true" };
    found.push({ ...one, ...said });
  }
  return found;
}
