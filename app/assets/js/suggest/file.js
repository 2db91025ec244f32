// The file of short answers: by its name, or, on a page that was kept longer than it, whichever is kept now.
const FOLDER = "/jawaban/";

export async function answersFrom(address) {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) return answer.json();
  const kept = await keptOne();
  if (!kept) throw new Error(`no answers at ${address}`);
  return kept.json();
}

async function keptOne() {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const found = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(FOLDER));
    if (found) return cache.match(found);
  }
  return null;
}
