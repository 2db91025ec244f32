// Which file goes next, and who sends it.
import { filesOf } from "../store/files.js";
import { itemsOf } from "./outbox.js";
import { hasCome } from "./sending.js";

let loadSender = null;

/** Files are sent by a part of its own, which a page fetches only where some wait. */
export const filesBy = (load) => (loadSender = load);

export const sendFile = async (file, who) => (await loadSender()).send(file, who);

/** A file goes when nothing else of its report is still to be sent; of a message, once that was taken. */
export async function nextFile(uid, seen, isAsked) {
  const [files, items] = await Promise.all([filesOf(uid), itemsOf(uid)]);
  const isHeld = (file) => items.some((item) => item.group === file.group && (file.follows || item.state !== "wrong"));
  const isDue = (file) => file.state !== "wrong" && file.state !== "draft" && (isAsked || hasCome(file.notBefore));
  return files.find((file) => isDue(file) && !seen.has(file.id) && !isHeld(file));
}

/** Before a report is sent the server hears which files of it will follow; that never holds it up. */
export async function promiseFiles({ uid, group }, who) {
  const isNew = (file) => file.group === group && !file.isPromised && file.state !== "wrong";
  const files = (await filesOf(uid)).filter(isNew);
  return files.length ? loadSender().then((sender) => sender.promise(files, who)).catch(() => ({})) : {};
}
