// A copy of what is unsent: closed for the dinas, saved as a file, and handed to another application.
import { phone } from "../lock/phone.js";
import { unsentWork } from "./collecting.js";
import { sealedFor } from "./envelope.js";

const KEPT = 60_000; // a browser may take the file a little later
let last = null; // the file, and what it holds

/** Save all of it; how much there was, and whether it can be shared from here. Throws Locked. */
export async function save(point) {
  const work = await unsentWork(await phone.person());
  const name = `e-koperasi-salinan-${moment(new Date())}.ekop`;
  const text = await sealedFor(point, work);
  // Some browsers share only kinds they know, and this is a text.
  const file = new File([text], `${name}.txt`, { type: "text/plain" });
  download(new Blob([text], { type: "application/octet-stream" }), name);
  const told = { what: "saved", items: work.items.length, drafts: work.drafts.length };
  last = { file, told: { ...told, isShareable: Boolean(navigator.canShare?.({ files: [file] })) } };
  return last.told;
}

/** Hand on the file that was saved last; where the browser will not, the saved one is there. */
export async function share() {
  try {
    await navigator.share({ files: [last.file] });
    return last.told;
  } catch (fault) {
    return { ...last.told, isShareable: fault.name === "AbortError" };
  }
}

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
