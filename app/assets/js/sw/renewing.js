// A write makes its page old, and what stands around it. The write itself is only seen going by.
import { keptPaths } from "./kept.js";
import { dropPage } from "./pages.js";
import { note, noted, reader } from "./reader.js";
import { learn, letGo } from "./reading.js";
import { pathOf } from "./told.js";

const OLD = "/catatan/lama";
const PIECES = /\/menyusul\b.*$/; // of a file: what they concern is the page it is for
const THING = 4; // "", k, laporan, <one>: what a write below it concerns

/** Remember what a write to this address has made old, until it has been fetched anew. */
export async function overtake(url) {
  const path = pathOf(url).replace(PIECES, "");
  const thing = path.split("/").slice(0, THING).join("/");
  if (thing.split("/").length < THING) return;
  const kept = (await keptPaths(await reader())).map((each) => each.path);
  const isNear = kept.includes(path) ? (each) => each === path || isAbout(thing, each) : (each) => isIn(thing, each);
  await remember([...(await remembered()), ...kept.filter((each) => isNear(each) || isAbove(thing, each))]);
}

/** Fetch anew what is old: all of it, or the one page somebody has just left. */
export async function renew(only = null) {
  for (const path of await remembered()) {
    if (only && path !== only) continue;
    const response = await fetchPage(path).catch(() => null);
    if (response) await remember((await remembered()).filter((each) => each !== path));
  }
}

/** One page from the server as its reader would get it: kept, or let go when there is none any more. */
export async function fetchPage(path) {
  const { href } = new URL(path, location.origin);
  const response = await fetch(href, { headers: { "X-Offline": "1" } });
  if (response.redirected) await dropPage(href, await reader());
  else await learn(href, response);
  await letGo(response);
  return response;
}

const remembered = async () => JSON.parse((await noted(OLD)) || "[]");
const remember = (paths) => note(OLD, JSON.stringify([...new Set(paths)]));

const isIn = (thing, path) => path === thing || path.startsWith(`${thing}/`);
const isAbove = (thing, path) => thing.startsWith(path.endsWith("/") ? path : `${path}/`);
const isAbout = (thing, path) => path === thing || path.slice(0, path.lastIndexOf("/")) === thing;
