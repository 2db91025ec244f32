// What waits is sent when the browser says there is a signal again, with no page open too.
import { TAG } from "../draft/names.js";
import { Sender } from "../evidence/sending.js";
import { drain, restUntil } from "../outbox/drain.js";
import { filesBy } from "../outbox/files.js";
import { changeFile, fileAbout, fileBytes, forgetFile } from "../store/files.js";
import { overtake, renew } from "./renewing.js";

const AGAIN = ["lost", "rest"];
const sender = new Sender({ changeFile, fileAbout, fileBytes, forgetFile, restUntil });

filesBy(async () => sender);

/** Rejects while something could not be sent, so that the browser comes again. */
async function sendWhatWaits() {
  const { why, sent } = await drain({ waits: true });
  for (const path of sent ?? []) await overtake(new URL(path, location.origin).href);
  if (sent?.length) await renew();
  if (AGAIN.includes(why)) throw new Error(`not all was sent: ${why}`);
}

self.addEventListener("sync", (event) => {
  if (event.tag === TAG) event.waitUntil(sendWhatWaits());
});
