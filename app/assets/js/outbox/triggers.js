// Every moment at which what waits may be sent: the browsers that call the worker are not all.
import { drain } from "./drain.js";
import { standing } from "./outbox.js";

const EVERY = 60_000;
const listeners = new Set();
let person = 0;

/** Hear why a sending ended: empty, rest, lost, locked, nobody, other. */
export function whenSent(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Send what waits, if anything does. `isAsked`: the person pressed, so no item's pause counts. */
export async function sendNow(isAsked = false) {
  if (document.hidden || !person || (await standing(person)).isOver) return;
  const { why } = await drain({ isAsked });
  if (why !== "busy") for (const listener of listeners) listener(why);
}

export function keepSending(uid) {
  person = uid;
  window.addEventListener("online", () => sendNow());
  document.addEventListener("visibilitychange", () => sendNow());
  setInterval(() => sendNow(), EVERY);
  sendNow();
}
