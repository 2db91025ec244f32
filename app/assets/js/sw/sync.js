// What waits is sent when the browser says there is a signal again, with no page open too.
import { TAG } from "../draft/names.js";
import { drain } from "../outbox/drain.js";
import { overtake, renew } from "./renewing.js";

const AGAIN = ["lost", "rest"];

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
