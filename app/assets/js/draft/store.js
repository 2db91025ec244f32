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

const OF_THE_PHONE = "outbox-list, pin-lock";

/** On each page of somebody: what the server has taken goes, what waits is sent. */
export async function wakeStore() {
  const { reader, taken } = document.body.dataset;
  if (!canKeep() || !(reader || document.querySelector(OF_THE_PHONE))) return;
  const phone = await store();
  if (reader && taken) await phone.dropTaken(Number(reader), taken);
  await phone.start(Number(reader ?? 0));
}
