// A new version waits until somebody says so, and until nothing typed can be lost.
import { hasUnsaved } from "./unsaved.js";

const SOON = 500;
const LATER = 5000;

export async function tellNewVersion() {
  const registration = await navigator.serviceWorker.ready;
  const tell = () => registration.waiting && navigator.serviceWorker.controller && offer(registration);
  registration.addEventListener("updatefound", () => registration.installing.addEventListener("statechange", tell));
  tell();
}

function offer(registration, news = document.querySelector(".new-version")) {
  if (!news?.hidden) return;
  if (hasUnsaved()) {
    setTimeout(offer, LATER, registration, news);
    return;
  }
  news.querySelector("button").addEventListener("click", () => load(registration, news), { once: true });
  document.getElementById("notices").prepend(news); // where it is also read aloud
  news.hidden = false;
}

/** Once all is saved and the new worker has taken over; pages in other tabs stay as they are. A worker
 * that is to go while a save is still under way stays for minutes. */
function load(registration, news) {
  news.querySelector("button").setAttribute("aria-busy", "true");
  if (hasUnsaved()) {
    setTimeout(load, SOON, registration, news); // leaving a field is a change, too
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting?.postMessage({ kind: "take over" });
}
