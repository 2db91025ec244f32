// Emptying the outbox: one at a time in the whole browser, what one report needs before it is sent, its
// files after it, and nothing that is refused holds up another.
import { LOCK } from "../draft/names.js";
import { PRESSED } from "../evidence/names.js";
import { changing, reading } from "../store/database.js";
import { Locked, openKey } from "../store/keys.js";
import { nextFile, promiseFiles, sendFile } from "./files.js";
import { arrived, change, contentOf, itemsOf } from "./outbox.js";
import { receiptFor } from "./receipts.js";
import { backOff, hasCome, send, session } from "./sending.js";

const TURN = 8000;
const ENDS = ["rest", "lost", "token", "other", "turn"];

/** Send what waits. `why` it ended: empty, busy, rest, lost, locked, nobody, other; and the addresses
 * that took something. The worker waits for its turn; a page comes again anyway. */
export async function drain({ waits = false, isAsked = false } = {}) {
  const sent = [];
  for (let options = waits ? {} : { ifAvailable: true }; ; options = {}) {
    const end = await navigator.locks.request(LOCK, options, (lock) => (lock ? run({ isAsked }) : { why: "busy" }));
    sent.push(...(end.sent ?? []));
    if (end.why !== "turn") return { ...end, sent };
  }
}

/** Send one item that somebody pressed for, after what its report has waiting; its answer, or why
 * there is none. `known`: the session as the page has it. */
export async function post(item, known) {
  const signal = AbortSignal.timeout(TURN);
  try {
    const go = () => run({ first: item, known, isAsked: true });
    return await navigator.locks.request(PRESSED, { mode: "shared" }, () => navigator.locks.request(LOCK, { signal }, go));
  } catch {
    return { why: "busy" };
  }
}

async function run({ first = null, known = null, isAsked = false }) {
  const rest = await reading(["meta"], (store) => store("meta").get("rest"));
  if (rest && !hasCome(rest.until)) return { why: "rest" };
  try {
    const who = known ?? (await session());
    if (!who.uid) return { why: "nobody" };
    await openKey(who.uid);
    return await sendAll(who, first, isAsked);
  } catch (fault) {
    return { why: fault instanceof Locked ? "locked" : "lost" };
  }
}

async function sendAll(who, first, isAsked) {
  const seen = new Set();
  const sent = [];
  for (;;) {
    const item = await following(who.uid, seen, first, isAsked);
    const file = item || first ? null : await nextFile(who.uid, seen, isAsked);
    if (!item && !file) return first ? answerTo(first, who) : { why: "empty", sent };
    seen.add((item ?? file).id);
    const answer = item ? await sendOne(item, who) : await sendFile(file, who);
    if (ENDS.includes(answer.kind)) return { why: answer.kind === "token" ? "nobody" : answer.kind, sent };
    if (answer.kind === "done") sent.push((item ?? file).path);
    if (item && item.seq === first?.seq) return answer;
  }
}

/** What somebody pressed is not there to be sent: the worker was faster, and its key gets the first answer
 * again. One that still waits for others of its report gets none. */
async function answerTo(first, who) {
  const now = (await itemsOf(who.uid)).find((item) => item.id === first.id);
  return !now || now.state === "wrong" ? sendOne(first, who) : { why: "empty" };
}

/** What goes next: oldest first. Whoever holds the lock is alone, so what is marked as being sent
 * was left so by a page that died. */
async function following(uid, seen, first, isAsked) {
  const items = (await itemsOf(uid)).filter((item) => !first || item.group === first.group);
  const isBlocked = (item) => item.waits && items.some((other) => other.group === item.group && goesBefore(other, item));
  return items.find(
    (item) => item.state !== "wrong" && !seen.has(item.id) && !isBlocked(item) && (isAsked || hasCome(item.notBefore)),
  );
}

const goesBefore = (other, item) => !other.waits || (other.seq < item.seq && other.state !== "wrong");

async function sendOne(item, who) {
  const { entries, title } = await contentOf(item);
  const promised = item.waits ? await promiseFiles(item, who) : {};
  if (ENDS.includes(promised.kind)) return promised;
  await change(item, { state: "sending" });
  let answer = await send(item, entries, who.csrf);
  if (answer.kind === "token") answer = await sendAnew(item, entries, who);
  await note(item, answer, title);
  return answer;
}

async function sendAnew(item, entries, who) {
  const fresh = await session().catch(() => null);
  if (!fresh) return { kind: "lost" };
  if (fresh.uid !== item.uid) return { kind: fresh.uid ? "other" : "token" };
  who.csrf = fresh.csrf;
  return send(item, entries, fresh.csrf);
}

async function note(item, answer, title) {
  if (answer.kind === "done") {
    const told = answer.receipt && { ...answer.receipt, url: answer.url, kind: item.kind };
    return arrived(item, await receiptFor(item, answer, title), told);
  }
  const tries = item.tries + 1;
  const changes = { state: "waiting", tries, status: answer.status ?? 0 };
  if (answer.kind === "wrong") changes.state = "wrong";
  if (answer.kind === "later") changes.notBefore = Date.now() + backOff(tries);
  if (answer.kind === "rest") await restUntil(Date.now() + (answer.pause || backOff(tries)));
  return change(item, changes);
}

export const restUntil = (until) => changing(["meta"], (store) => store("meta").put({ name: "rest", until }));
