// A file has come to the report: that is said, and the page shows what stands there by now.
const PATIENCE = 15000;

export async function arrive(element, { title, kind }) {
  const line = document.createElement("p");
  Object.assign(line, { className: "small", textContent: element.dataset.sent.replace("{name}", title) });
  element.querySelector(`[data-said="${kind}"]`)?.append(line);
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(location.pathname, { cache: "no-store", signal }).catch(() => null);
  if (answer?.ok && !answer.redirected) show(element, await answer.text());
}

/** The places that tell what is there, as the server's own page has them. */
function show(element, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const old of element.querySelectorAll("[data-there]")) {
    const fresh = page.getElementById(old.id);
    if (fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
  }
}
