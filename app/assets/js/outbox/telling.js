// Open pages and the worker hear of each other's changes.
import { TAG as CHANNEL } from "../draft/names.js";

const mouth = new BroadcastChannel(CHANNEL);

export const tellAll = (what = {}) => mouth.postMessage(what);

export function hear(listener) {
  const ear = new BroadcastChannel(CHANNEL);
  ear.addEventListener("message", ({ data }) => listener(data));
  return () => ear.close();
}
