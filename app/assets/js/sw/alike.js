// Pages that are the same for all and lie beside the application's files.
const PAGES = ["/antrean", "/kunci"];
const pathOf = (request) => new URL(request.url).pathname;

export const isAlike = (request) => request.mode === "navigate" && PAGES.includes(pathOf(request));

export const alike = async (request) =>
  (await caches.match(pathOf(request), { ignoreVary: true })) ?? fetch(request);
