// The service worker comes after the page: nobody waits for it.
export function installWorker() {
  if (!("serviceWorker" in navigator)) return;
  const install = () => navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  if (document.readyState === "complete") install();
  else window.addEventListener("load", install, { once: true });
}
