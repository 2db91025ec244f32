// What the phone keeps: comes after the page has been painted, for nobody waits for it.
import { person, welcome } from "./person.js";
import { filesBy } from "../outbox/files.js";
import { keepSending } from "../outbox/triggers.js";
import "../outbox/outbox-state.js";

export { changing, ofPerson, open, reading } from "./database.js";
export { draftOf, draftsOf, dropDraft, dropTaken, keepDraft } from "./drafts.js";
export { changeFile, dropFile, fileAbout, fileBytes, filesOf, forgetFile } from "./files.js";
export { keyRecord, openKey, rekeying, sealing } from "./keys.js";
export { make, remake, STEPS } from "./schema.js";
export { freshKey, placeOf, seal, sealBytes, unsealBytes } from "./seal.js";
export { drain, post, restUntil } from "../outbox/drain.js";
export { contentOf, drop, itemsOf, queue, refused, settled, standing } from "../outbox/outbox.js";
export { receiptsOf } from "../outbox/receipts.js";
export { hasCome, session } from "../outbox/sending.js";
export { hear, tellAll } from "../outbox/telling.js";
export { sendNow, whenSent } from "../outbox/triggers.js";
export { person };

filesBy(async () => (await import(document.body.dataset.evidence)).sender);

/** A page has come; `uid`: of whom, 0 for one that is the same for all. */
export async function start(uid) {
  if (uid) await welcome(uid);
  keepSending(uid || (await person()));
}
