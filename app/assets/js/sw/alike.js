// Pages that are the same for all and lie beside the application's files.
const KEPT = ["/antrean", "/kunci"];
const pathOf = (request) => new URL(request.url).pathname;

export const isAlike = (request) => request.mode === "navigate" && KEPT.includes(pathOf(request));

export const alikePage = async (request) =>
  (await caches.match(pathOf(request), { ignoreVary: true })) ?? fetch(request);
