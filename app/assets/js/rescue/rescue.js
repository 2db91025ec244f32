// A copy of what is unsent: closed for the dinas, saved as a file, and handed to another application.
import { phone } from "../lock/phone.js";
import { unsentWork } from "./collecting.js";
import { sealedFor } from "./envelope.js";
import { isTooLarge, parted } from "./parting.js";

const KEPT = 60_000; // a browser may take the file a little later
let last = null; // the files, and what they hold

/** Save all of it; how much there was, and whether it can be shared from here. Throws Locked. */
export async function save(point) {
  const work = await unsentWork(await phone.person());
  const begins = `e-koperasi-salinan-${moment(new Date())}`;
  const files = [];
  for (const { told, inside } of parted(work)) {
    const text = await sealedFor(point, told, await Promise.all(inside.map(phone.fileBytes)));
    const name = `${begins}${files.length ? `-${files.length + 1}` : ""}.ekop`;
    // Some browsers share only kinds they know, and this is a text.
    files.push(new File([text], `${name}.txt`, { type: "text/plain" }));
    download(new Blob([text], { type: "application/octet-stream" }), name);
  }
  const isShareable = Boolean(navigator.canShare?.({ files }));
  last = { files, told: { what: "saved", isShareable, ...counted(work, files.length) } };
  return last.told;
}

/** In the names of the sentences that tell of it; one of nothing is not said. */
function counted({ items, drafts, files }, copies) {
  const [n, m, large] = [items, drafts, files.filter(isTooLarge)].map((all) => all.length);
  const isTyped = n + m > 0;
  return { n, m, large, typed: Number(isTyped), bare: Number(!isTyped), files: files.length - large, copies: copies > 1 ? copies : 0 };
}

/** Hand on what was saved last; where the browser will not, the saved files are there. */
export async function share() {
  try {
    await navigator.share({ files: last.files });
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
