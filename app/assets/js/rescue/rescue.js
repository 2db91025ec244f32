// A copy of what is unsent: closed for the dinas, saved as a file, and handed to another application.
import { phone } from "../lock/phone.js";
import { unsentWork } from "./collecting.js";
import { sealedFor } from "./envelope.js";

const KEPT = 60_000; // a browser may take the file a little later
let last = null;

/** Save all of it; how much there was, and whether it can be shared from here. Throws Locked. */
export async function save(point) {
  const work = await unsentWork(await phone.person());
  const name = `e-koperasi-salinan-${moment(new Date())}.ekop`;
  const text = await sealedFor(point, work);
  // Some browsers share only kinds they know, and this is a text.
  last = new File([text], `${name}.txt`, { type: "text/plain" });
  download(new Blob([text], { type: "application/octet-stream" }), name);
  return { what: "saved", items: work.items.length, drafts: work.drafts.length, isShareable: canShare() };
}

/** Hand the file on that was saved last; nothing when it was handed on or let be. */
export async function share() {
  try {
    await navigator.share({ files: [last] });
  } catch (fault) {
    if (fault.name !== "AbortError") throw fault;
  }
}

const canShare = () => Boolean(navigator.canShare?.({ files: [last] }));

function download(content, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** 20261015-0930, by the phone's own clock. */
function moment(now) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes()];
  const [year, month, day, hours, minutes] = parts.map((part) => String(part).padStart(2, "0"));
  return `${year}${month}${day}-${hours}${minutes}`;
}
