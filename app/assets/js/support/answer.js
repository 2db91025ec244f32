// A save in the background: how it is sent, and what is done with the answer.
import { renewToken } from "../draft/token.js";
import { wordsOf } from "../draft/turns.js";

const PATIENCE = 15000;
const SIGNED_OUT = [401, 419];
const TOO_OLD = 419;

/** The form as htmx would send a part of a page; answers even while the page is left. */
export async function saveDraft(form) {
  if (!form.elements.csrf_token?.value && !(await renewToken(form))) return new Response("", { status: 401 });
  const answer = await post(form);
  return answer.status === TOO_OLD && (await renewToken(form)) ? post(form) : answer;
}

function post(form) {
  const body = new URLSearchParams(wordsOf(form));
  body.append("autosave", "1");
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
  const signal = AbortSignal.timeout?.(PATIENCE);
  return fetch(form.action, { method: "POST", headers, body, signal, keepalive: true });
}

/** Whether the answer asks who this is: the page of signing in, or a form grown too old. */
export function isSignedOut(response) {
  return response.redirected || SIGNED_OUT.includes(response.status);
}

/** Each element with an id replaces the one of that id, unless the person is in it. */
export function place(html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of answer.querySelectorAll("body > [id]")) {
    const old = document.getElementById(fresh.id);
    if (!old || old.contains(document.activeElement)) continue;
    old.replaceWith(fresh);
    window.htmx?.process(fresh);
  }
}

/** To a page, loaded anew even where only its anchor differs. */
export function goTo(url) {
  const { pathname, search, hash } = new URL(url, location.href);
  const isHere = hash && pathname === location.pathname && search === location.search;
  location.assign(url);
  if (isHere) location.reload();
}

/** A refusal in the place of what was pressed: a whole page, or a sentence for the notices. */
export function show({ text, isNotice }) {
  const answer = new DOMParser().parseFromString(text, "text/html");
  if (isNotice) document.getElementById("notices")?.replaceChildren(...answer.body.childNodes);
  else document.body.replaceWith(answer.body);
  if (!isNotice) document.title = answer.title;
  scrollTo(0, 0);
  window.htmx?.process(document.body);
}

/** A sentence in the place for notices; gives back its words, a link if it leads on. */
export function notice(text, url = "") {
  const place = document.getElementById("notices");
  const note = document.createElement("div");
  note.className = "note is-warn";
  const words = document.createElement(url ? "a" : "p");
  if (url) words.href = url;
  words.textContent = text;
  const { sprite } = document.body.dataset;
  note.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${sprite}#warn"/></svg>`;
  note.append(words);
  place?.replaceChildren(note);
  return words;
}

let lost = null;

/** The sentence that nothing gets through: after a press where it is seen, else in its place. */
export function tellLost(words = "") {
  lost = notice(words || document.body.dataset.lost);
  if (!words) lost.scrollIntoView({ block: "center" });
}

/** Something got through again. */
export function takeLostBack() {
  lost?.closest(".note").remove();
  lost = null;
}

/** The line in the header that says where the draft is. */
export function badge(icon, words) {
  const line = document.querySelector("#saved > span");
  if (!line) return;
  line.querySelector("use")?.setAttribute("href", `${document.body.dataset.sprite}#${icon}`);
  line.lastChild.textContent = words;
}

/** The same for what lies on this phone since a moment; otherwise the words for that. */
export function badgeKept(moment, words, otherwise) {
  if (!moment) return badge("warn", otherwise);
  const time = new Date(moment).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
  badge("phone", `${words} · ${time}`);
}
