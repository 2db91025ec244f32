// A chosen file goes onto the phone before anything else is done with it.
import { TAG } from "../draft/names.js";
import { phone } from "../lock/phone.js";

const { changeFile, changing, fileAbout, filesOf, openKey, placeOf, seal, sealBytes, sealing, tellAll } = phone;
const STORES = ["files", "bytes"];
const BLANK = { state: "waiting", status: 0, why: "", tries: 0, notBefore: 0, had: 0, isPromised: false };

/** Keep it sealed; false when the same file waits there already. Throws Locked, QuotaExceededError. */
export const keepFile = ({ name, kind, ...about }, blob) =>
  sealing(async () => {
    const bytes = await blob.arrayBuffer();
    const hash = hex(await crypto.subtle.digest("SHA-256", bytes));
    const key = await openKey(about.uid);
    if (await isKnown(about, hash)) return false;
    const file = { ...BLANK, ...about, id: crypto.randomUUID(), kind, created: Date.now(), size: bytes.byteLength };
    file.sealed = await seal(key, { title: name, kind, hash }, placeOf("files", file));
    const held = { uid: file.uid, id: file.id, sealed: await sealBytes(key, bytes, placeOf("bytes", file)) };
    await changing(STORES, (store) => Promise.all([store("files").put(file), store("bytes").put(held)]));
    tellAll();
    wakeWorkerLater();
    return true;
  });

/** One that was refused is tried again. */
async function isKnown(about, hash) {
  for (const file of await filesOf(about.uid)) {
    if (file.group !== about.group || file.state === "gone" || (await fileAbout(file)).hash !== hash) continue;
    if (file.state === "wrong") await changeFile(file, { ...BLANK, ...about });
    return true;
  }
  return false;
}

const hex = (digest) => [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The worker sends when there is a signal, where the browser has that. */
function wakeWorkerLater() {
  navigator.storage?.persist?.();
  navigator.serviceWorker?.ready.then((worker) => worker.sync?.register(TAG)).catch(() => {});
}
