// The thread, or the list of threads, as the server has it by now. Only what is new or has changed is put
// in, so that nothing is read out twice and nothing that is being typed is touched.
const PATIENCE = 15_000;

/** Throws without a signal. */
export async function renew() {
  const signal = AbortSignal.timeout(PATIENCE);
  const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
  const answer = await fetch(location.href, { cache: "no-store", headers, signal });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (old?.dataset.live === "lines") mend(old, fresh);
    else if (old && old.innerHTML !== fresh.innerHTML) old.replaceWith(fresh);
  }
}

/** Each line in its place: the known ones stay, as they are or as they have become. */
function mend(list, fresh) {
  let before = null;
  for (const line of [...fresh.children]) {
    const known = document.getElementById(line.id);
    if (!known) list.insertBefore(line, before ? before.nextSibling : list.firstChild);
    else if (known.innerHTML !== line.innerHTML) known.replaceWith(line);
    before = document.getElementById(line.id);
  }
}
