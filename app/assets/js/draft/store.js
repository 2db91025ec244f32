// The phone's own store comes by itself, after the page has been painted or when first needed.
let loading = null;

/** Whether this browser can keep anything sealed; an old one only fills in and sends. */
export const canKeep = () =>
  Boolean(document.body.dataset.store && window.indexedDB && crypto.subtle && navigator.locks);

export function store() {
  if (!canKeep()) return Promise.reject(new Error("nothing can be kept here"));
  loading ??= import(document.body.dataset.store).catch((fault) => {
    loading = null;
    throw fault;
  });
  return loading;
}

const OF_THE_PHONE = "outbox-list, pin-lock, leave-guard";

/** On each page of somebody: what the server has taken goes, what waits is sent. */
export async function wakeStore() {
  const { reader, taken } = document.body.dataset;
  const own = document.querySelector(OF_THE_PHONE);
  if (!canKeep()) own?.replaceWith(...own.childNodes); // there is nothing to guard
  if (!canKeep() || !(reader || own)) return;
  const phone = await store();
  if (reader && taken) await phone.dropTaken(Number(reader), taken);
  await phone.start(Number(reader ?? 0));
  if (own) await import(own.dataset.script);
}
