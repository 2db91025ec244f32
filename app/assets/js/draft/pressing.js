// A button was pressed: written down on the phone first, then sent; what does not get through waits.
import { entriesOf, stampOf } from "./fields.js";
import { TAG } from "./names.js";
import { store } from "./store.js";
import { knownSession } from "./token.js";
import { lastTurn, wordsOf } from "./turns.js";

/** What the outbox is told of a form besides what is written in it. */
export function describe(form, { person, title, kind, group = "", autosave, waits, each }) {
  const [path, page] = [new URL(form.action).pathname, location.pathname];
  const is = { replaces: autosave !== undefined, waits: waits !== undefined, each: each !== undefined };
  return { uid: Number(person), title, kind, group, ...is, path, page };
}

/** Put a form into the outbox as it stands. No button: it saves itself. */
export async function keepForLater(form, button, about, rev) {
  const entries = wordsOf(form);
  if (button?.name) entries.push([button.name, button.value]);
  if (!button && about.replaces) entries.push(["autosave", "1"]);
  const group = about.each ? `${about.group}/${form.elements.writer.value}` : about.group;
  const told = { group, rev, stamp: stampOf(entriesOf(form)), turn: lastTurn() };
  const item = await (await store()).queue({ ...about, ...told, entries });
  wakeWorkerLater();
  return item;
}

/** Send what was pressed; what the server said, or why nothing came of it yet. */
export async function sendOrKeep(form, button, about, rev) {
  const item = await keepForLater(form, button ?? {}, about, rev);
  if (!navigator.onLine) return { why: "lost" };
  const phone = await store();
  const answer = await phone.post(item, knownSession(form));
  if (answer.kind === "wrong") await phone.refused(item); // it is put before the person now
  return answer;
}

/** The worker sends when there is a signal, where the browser has that. */
function wakeWorkerLater() {
  navigator.storage?.persist?.();
  navigator.serviceWorker?.ready.then((worker) => worker.sync?.register(TAG)).catch(() => {});
}
