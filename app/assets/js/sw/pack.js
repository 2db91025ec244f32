// Fetches what one person needs without a signal: the server says what, the phone lacks some of it.
import { keptPages, keptPaths } from "./kept.js";
import { dropPage, tidy } from "./pages.js";
import { letGo } from "./reading.js";
import { meet, note, noted } from "./reader.js";
import { fetchPage } from "./renewing.js";
import { keepRules } from "./shell.js";

const LIST = "/k/bekal";
const DONE = "/catatan/bekal";
const AT_ONCE = 4;
const MINUTE = 60_000;
const RECENT = 10 * MINUTE;
const FRESH = 6 * 60 * MINUTE;
const KEEP_VISITED = 14 * 24 * 60 * MINUTE;
let running = null;

/** Only if it is due: nobody's kilobytes are spent twice. */
export async function fillQuietly(near, tell) {
  const last = JSON.parse((await noted(DONE)) || "{}");
  const age = Date.now() - (last.at ?? 0);
  const opened = last.reports?.includes(near) && age > RECENT;
  if (!last.at || age > FRESH || opened || (age > RECENT && !last.whole)) await fill({}, tell);
}

/** One at a time; who asks meanwhile waits for the same. */
export function fill({ all = false }, tell) {
  running ??= fetchPack(all, tell).finally(() => (running = null));
  return running;
}

async function fetchPack(all, tell) {
  const answer = await fetch(LIST, { headers: { "X-Offline": "1" } });
  if (!answer.ok || answer.redirected) {
    await letGo(answer);
    return tell({ kind: "filled", failed: true });
  }
  const pack = await answer.json();
  await meet(pack.reader);
  const lacking = await lackingOf(pack, all);
  tell({ kind: "filling", left: lacking.length });
  const failed = await fetchAll(lacking, tell);
  if (!failed) await keepRules(pack.files).catch(() => {});
  await prune(pack);
  await note(DONE, JSON.stringify({ at: Date.now(), reports: pack.reports, whole: !failed && pack.pages.length > 0 }));
  tell({ kind: "filled", failed });
}

async function lackingOf(pack, all) {
  const good = (each) => each.build === pack.build && Date.now() - each.at < FRESH;
  const kept = all ? [] : (await keptPages(pack.reader)).filter(good).map((each) => each.path);
  return pack.pages.filter((path) => !kept.includes(path));
}

/** Some at once; after the first that is lost the others are not tried. */
async function fetchAll(paths, tell) {
  const rest = [...paths];
  let failed = false;
  const one = async () => {
    for (let path = rest.shift(); path && !failed; path = rest.shift()) {
      const response = await fetchPage(path).catch(() => null);
      if (!response || response.status >= 500) failed = true;
      else tell({ kind: "filling", left: rest.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return failed;
}

/** What is asked for no more goes: forms of reports that were sent at once, what was only visited later. */
async function prune(pack) {
  const isOver = ({ isForm, at }) => isForm || Date.now() - at > KEEP_VISITED;
  for (const each of await keptPages(pack.reader)) {
    if (!pack.pages.includes(each.path) && isOver(each)) await dropPage(each.url, pack.reader);
  }
  await tidy();
}

/** At a new build, before it takes over: what an older one kept is fetched anew where that is possible. */
export async function refill(uid) {
  if (!uid || navigator.connection?.saveData) return;
  const kept = (await keptPaths(uid)).map((each) => each.path);
  await fetchAll(kept, () => {});
}
