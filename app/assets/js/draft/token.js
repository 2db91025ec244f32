// The token against forged forms: the page's own, or a fresh one where it is from the phone's copy.
const PATIENCE = 15000;

/** The session as the page knows it; nothing where the page holds no token. */
export function knownSession(form) {
  const csrf = form.elements.csrf_token?.value;
  return csrf ? { uid: Number(document.body.dataset.reader), csrf } : null;
}

/** Put a fresh token into a form; whether it is still its person who is signed in. */
export async function renewToken(form) {
  const answer = await fetch("/api/sesi", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  const { uid, csrf } = await answer.json();
  if (String(uid) !== document.body.dataset.reader) return false;
  const field = form.elements.csrf_token ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name: "csrf_token", value: csrf });
  return true;
}
