// Questions that an answer made needless are counted, once each; without a signal, when there is one again.
// What waits names the answer and the topic, and holds nothing that was written.
import { session } from "../outbox/sending.js";

const WAITING = "terjawab";
const MOST = 50;

/** `told`: question (a key of its own), kind, ref, topic. */
export function countLater(told) {
  keep([...waiting(), told]);
  countWaiting();
}

/** What the server has heard, or does not want, is let go. */
export async function countWaiting() {
  if (!waiting().length || !navigator.onLine) return;
  const { uid, csrf } = await session().catch(() => ({}));
  if (!uid) return;
  for (const told of waiting()) {
    const status = await send(told, csrf).catch(() => 0);
    if (!status || status >= 500 || status === 429) return;
    keep(waiting().filter(({ question }) => question !== told.question));
  }
}

async function send({ question, ...said }, csrf) {
  const body = new URLSearchParams({ ...said, csrf_token: csrf });
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial", "Idempotency-Key": question };
  const answer = await fetch(`/terjawab/${question}`, { method: "POST", headers, body, keepalive: true });
  return answer.status;
}

function waiting() {
  try {
    return JSON.parse(localStorage.getItem(WAITING) ?? "[]");
  } catch {
    return [];
  }
}

function keep(list) {
  try {
    localStorage.setItem(WAITING, JSON.stringify(list.slice(-MOST)));
  } catch {
    // a phone that keeps nothing: one is not counted
  }
}

window.addEventListener("online", countWaiting);
