// The kept pages of one person: one cache for each build that wrote them, an address in one of them only.
import { AT, dated, headersOf, isForm, IS_FORM, plain, SIZE } from "./copies.js";
import { cachesOf } from "./kept.js";
import { reader } from "./reader.js";
import { dropOlder, hasShell } from "./shell.js";
import { build, BUILD, offline, PAGE } from "./told.js";

const nameOf = (of, uid) => `pages-${of}-${uid}`;
const addressOf = (url) => url.split("#")[0];

/** Kept only if it is for whom we know, and all its files are here. */
export async function keepPage(url, response) {
  const uid = response.headers.get(PAGE);
  const of = response.headers.get(BUILD);
  if (!uid || uid !== (await reader()) || !(await hasShell(of, offline))) return false;
  const body = plain(await response.text());
  const said = { [AT]: new Date().toISOString(), [IS_FORM]: isForm(body), [SIZE]: new Blob([body]).size };
  const kept = new Response(body, { headers: headersOf(response, said) });
  const cache = await caches.open(nameOf(of, uid));
  await cache.put(addressOf(url), kept);
  if ((await reader()) !== uid) await caches.delete(nameOf(of, uid)); // gone meanwhile
  else await dropPage(url, uid, nameOf(of, uid));
  return true;
}

/** The copy of a page as it is shown: with the line that says from when it is. */
export async function copyOf(url) {
  const uid = await reader();
  for (const name of uid ? await cachesOf(uid) : []) {
    const kept = await caches.match(addressOf(url), { cacheName: name });
    if (!kept) continue;
    const at = new Date(kept.headers.get(AT));
    return new Response(dated(await kept.text(), at), { headers: headersOf(kept, { [AT]: at.toISOString() }) });
  }
  return null;
}

export async function dropPage(url, uid, but = "") {
  for (const name of await cachesOf(uid)) {
    if (name !== but) await (await caches.open(name)).delete(addressOf(url));
  }
}

/** Empty caches go, and the files that no kept page needs. */
export async function tidy() {
  const needed = [];
  for (const name of (await caches.keys()).filter((each) => each.startsWith("pages-"))) {
    if ((await (await caches.open(name)).keys()).length) needed.push(name.split("-")[1]);
    else await caches.delete(name);
  }
  await dropOlder(build, needed);
}
