// What is being written, as this tab holds it: there at once, gone with the tab.
import { stampOf } from "./fields.js";

const KIND = "draft:";

export const keyOf = ({ uid, path }) => `${KIND}${uid}:${path}`;
export const inTab = (key) => JSON.parse(sessionStorage.getItem(key) ?? "[]");

export function keepInTab(key, entries) {
  try {
    sessionStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Full or forbidden: the page still saves to the phone and the server.
  }
}

/** The copy of what the server says it has taken may go. Only its word is proof: a page that
 * follows may also be where somebody fled to when nothing got through. */
export function dropTakenFromTab() {
  const { taken } = document.body.dataset;
  for (const key of Object.keys(sessionStorage)) {
    if (taken && key.startsWith(KIND) && taken.startsWith(`${stampOf(inTab(key))}.`)) sessionStorage.removeItem(key);
  }
}
