// A save in the background: how it is sent, and what is done with the answer.
const PATIENCE = 15000;

/** The form as htmx would send a part of a page; answers even while the page is left. */
export function postPartial(url, body) {
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
  const signal = AbortSignal.timeout?.(PATIENCE);
  return fetch(url, { method: "POST", headers, body, signal, keepalive: true });
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

/** The line in the header that says where the draft is. */
export function badge(icon, words) {
  const line = document.querySelector("#saved > span");
  if (!line) return;
  line.querySelector("use")?.setAttribute("href", `${document.body.dataset.sprite}#${icon}`);
  line.lastChild.textContent = words;
}
