// What the worker answers for: whole pages, and files whose name tells their content.
import { copyOf, dropPage, keepPage } from "./pages.js";
import { forgetAll, meet, reader } from "./reader.js";
import { doors, FORGET, home, offline, PAGE, pathOf, READER } from "./told.js";

const PATIENCE = 4000;
const GONE = [403, 404, 410];
const AWAY = [502, 503, 504]; // said by what stands before the server
const NAMED_BY_CONTENT = ["/static/dist/", "/aturan/"];

export const isPage = (request) => request.mode === "navigate";
export const isBuilt = (request) => NAMED_BY_CONTENT.some((start) => pathOf(request.url).startsWith(start));

/** The network's answer if it comes in time, else the copy, else the page that says there is none. */
export function page(event) {
  const { request } = event;
  const answer = fetch(request);
  event.waitUntil(answer.then((response) => overhear(request.url, response)).catch(() => {}));
  return patient(answer, request);
}

async function patient(answer, request) {
  try {
    const first = await Promise.race([answer, late()]);
    if (first && !AWAY.includes(first.status)) return first;
    const shown = await instead(request);
    if (shown) answer.then(letGo).catch(() => {});
    return shown ?? first ?? (await answer);
  } catch (lost) {
    const shown = (await instead(request)) ?? (await caches.match(offline, { ignoreVary: true }));
    if (!shown) throw lost;
    return shown;
  }
}

/** What stands for a page that does not come; whoever knocks at a door is let in to what is kept. */
async function instead(request) {
  const path = pathOf(request.url);
  if (doors.includes(path)) return (await copyOf(new URL(home, location.origin).href)) && Response.redirect(home);
  return (await copyOf(request.url)) ?? copyOf(new URL(path, location.origin).href);
}

/** Each page tells whom it is for, and whether somebody has left. */
export async function learn(url, response) {
  const { headers } = response;
  if (headers.has(FORGET)) await forgetAll();
  if (headers.has(READER)) await meet(headers.get(READER));
  if (response.ok) await keepPage(url, response);
  else if (GONE.includes(response.status)) await dropPage(url, await reader());
}

/** The answer is the person's; what may be kept of it is read from its twin. */
async function overhear(url, response) {
  if (!response.headers.has(PAGE)) return learn(url, response);
  const twin = response.clone();
  await learn(url, twin);
  await letGo(twin);
}

/** A body that nobody reads would hold up the worker's other requests, and its successor. */
export const letGo = (response) => (response.bodyUsed ? null : response.body?.cancel());

const late = () => new Promise((done) => setTimeout(done, PATIENCE, null));
