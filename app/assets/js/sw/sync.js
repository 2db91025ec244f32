// What waits is sent when the browser says there is a signal again, with no page open too.
import { TAG } from "../draft/names.js";
import { drain } from "../outbox/drain.js";
import { itemsOf } from "../outbox/outbox.js";
import { reader } from "./reader.js";
import { overtake, renew } from "./renewing.js";

const AGAIN = ["lost", "rest"];

/** Rejects while something could not be sent, so that the browser comes again. */
async function sendWhatWaits() {
  const before = await waiting();
  const { why } = await drain({ waits: true });
  await renewFor(before);
  if (AGAIN.includes(why)) throw new Error(`not all was sent: ${why}`);
}

/** What was sent makes its pages old, as any write does; nobody but us has seen it go. */
async function renewFor(before) {
  const left = new Set((await waiting()).map((item) => item.seq));
  for (const item of before) if (!left.has(item.seq)) await overtake(item.path);
  await renew();
}

const waiting = async () => itemsOf(Number(await reader()));

self.addEventListener("sync", (event) => {
  if (event.tag === TAG) event.waitUntil(sendWhatWaits());
});
