// One item on its way, and what its answer means.
const PATIENCE = 15000;
const HTMX = { "HX-Request": "true", "HX-Request-Type": "partial" };
const HOUR = 3_600_000;

/** Who is signed in, with a fresh token: {uid: null} for nobody. Throws without a signal. */
export async function session() {
  const answer = await fetch("/api/sesi", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`the session was not told: ${answer.status}`);
  return answer.json();
}

/** Send it and say what became of it:
 * done: the server says that it has taken this very key. wrong: it refuses, sending again is no use.
 * later: this one, another time. rest: all of them, another time. lost: nothing gets through.
 * token: ours is too old. other: somebody else is signed in. */
export async function send(item, entries, csrf) {
  const body = new URLSearchParams(entries.filter(([name]) => name !== "csrf_token"));
  body.append("csrf_token", csrf);
  const headers = { ...HTMX, "Idempotency-Key": item.id, "X-Outbox-User": String(item.uid) };
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(item.path, { method: "POST", headers, body, signal });
    const text = await response.text(); // an answer that breaks off is no answer
    return { kind: kindOf(response, item), text, status: response.status, ...told(response) };
  } catch {
    return { kind: "lost" };
  }
}

function kindOf(response, item) {
  if (!response.ok) return refusalOf(response);
  return response.headers.get("X-Received") === item.id ? "done" : "later"; // some wifi answers for everybody
}

/** What a refusal means for what was sent. */
export function refusalOf({ status, headers }) {
  if (status === 401 || status === 419) return "token";
  if (headers.has("X-Outbox-User")) return "other";
  if (status === 429 || status === 503) return "rest";
  return status >= 500 ? "later" : "wrong";
}

function told({ headers }) {
  const number = headers.get("X-Receipt");
  return {
    url: headers.get("HX-Redirect"),
    isNotice: headers.has("HX-Retarget"),
    receipt: number && { number, at: headers.get("X-Receipt-At") },
    pause: pauseOf(headers),
  };
}

/** How long the server wants to be left alone. */
export const pauseOf = (headers) => secondsIn(headers.get("Retry-After")) * 1000;

/** Seconds, or a date by the server's clock, which may be far from the phone's: then a minute. */
const secondsIn = (text) => (/^\d+$/.test(text ?? "") ? Number(text) : text ? 60 : 0);

/** How long to leave it alone after so many tries: longer each time, and never all phones at once. */
export const backOff = (tries) => Math.min(HOUR, 5000 * 2 ** tries) * (0.5 + Math.random() / 2);

/** Whether a moment has come; one further off than any pause is the mark of a clock turned back. */
export const hasCome = (moment) => moment <= Date.now() || moment > Date.now() + HOUR;
