// A save in the background: how it is sent, and what is done with the answer.
const PATIENCE = 15000;
const SIGNED_OUT = [401, 419];

/** The form as htmx would send a part of a page; answers even while the page is left. */
export function saveDraft(form) {
  const body = new URLSearchParams(new FormData(form));
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

/** The sentence that nothing gets through, where it is seen. */
export function tellLost() {
  lost = notice(document.body.dataset.lost);
  lost.scrollIntoView({ block: "center" });
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
