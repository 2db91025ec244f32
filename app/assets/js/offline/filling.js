// When the worker is asked to fetch and to renew.

/** To the worker that is at work, also on the first page, which came without it. */
export async function ask(kind, more = {}) {
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ kind, ...more });
}

/** A page that was on its way while the worker took over belongs to nobody, and would for as long as it is open. */
export async function joinWorker() {
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) active.postMessage({ kind: "join" });
}

/** After signing in, and after a report was opened; not where every kilobyte is counted. */
export function fillQuietly() {
  if (!("pack" in document.body.dataset) || navigator.connection?.saveData) return;
  ask("fill", { near: location.pathname });
}

/** What was written here is old on the phone: put away, the page is fetched anew. */
export function renewWhenLeft() {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) ask("hidden");
  });
}
