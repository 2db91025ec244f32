// What the phone keeps: comes after the page has been painted, for nobody waits for it.
export { open } from "./database.js";
export { drain, post } from "../outbox/drain.js";
export { draftOf, dropDraft, dropTaken, keepDraft } from "./drafts.js";
export { queue, refused, settled, standing } from "../outbox/outbox.js";
export { make, remake, STEPS } from "./schema.js";
export { session } from "../outbox/sending.js";
export { hear } from "../outbox/telling.js";
import { keepSending } from "../outbox/triggers.js";
import { person, welcome } from "./person.js";
import "../lock/leave-guard.js";
import "../lock/pin-lock.js";
import "../outbox/outbox-list.js";
import "../outbox/outbox-state.js";

/** A page has come; `uid`: of whom, 0 for one that is the same for all. */
export async function start(uid) {
  if (uid) await welcome(uid);
  keepSending(uid || (await person()));
}
