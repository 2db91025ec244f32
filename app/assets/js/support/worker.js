// The service worker and what tends it come after the page: nobody waits for them.
export function installWorker() {
  if (!("serviceWorker" in navigator)) return;
  if (document.readyState === "complete") install();
  else window.addEventListener("load", install, { once: true });
}

function install() {
  navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  const { offline } = document.body.dataset;
  const soon = window.requestIdleCallback ?? setTimeout;
  if (offline) soon(() => import(offline).catch(() => {}));
}
