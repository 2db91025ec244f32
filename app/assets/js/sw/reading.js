// What the worker answers for: whole pages, and files whose name tells their content.
export const isPage = (request) => request.mode === "navigate";
export const isBuilt = (request) => new URL(request.url).pathname.startsWith("/static/dist/");

/** The page itself; without a signal the one that says so. An answer of the server is never replaced. */
export async function pageOrExcuse(request, excuse) {
  try {
    return await fetch(request);
  } catch (lost) {
    const kept = await caches.match(excuse, { ignoreVary: true });
    if (!kept) throw lost;
    return kept;
  }
}
