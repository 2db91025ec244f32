// The built files of one build under one name; hashed, so what is kept never grows old.
const nameOf = (build) => `shell-${build}`;
const RULES = "rules";

/** All of it or none: a worker that could not keep its shell is not installed. */
export async function keepShell(build, addresses) {
  const cache = await caches.open(nameOf(build));
  try {
    await cache.addAll(addresses);
  } catch (lost) {
    await caches.delete(nameOf(build));
    throw lost;
  }
}

/** Whether the pages of a build find all their files here. */
export async function hasShell(build, excuse) {
  return Boolean(await caches.match(excuse, { cacheName: nameOf(build), ignoreVary: true }));
}

/** Files of an earlier build stay as long as a page that needs them. */
export async function dropOlder(build, needed) {
  const kept = [build, ...needed].map(nameOf);
  const older = (await caches.keys()).filter((name) => name.startsWith("shell-") && !kept.includes(name));
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** From the phone if it is there, else from the network. */
export async function fromShell(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The files of rules that are asked for now, and no others; they hold nothing of anybody. */
export async function keepRules(addresses) {
  const cache = await caches.open(RULES);
  for (const kept of await cache.keys()) {
    if (!addresses.includes(new URL(kept.url).pathname)) await cache.delete(kept);
  }
  for (const address of addresses) if (!(await cache.match(address))) await cache.add(address);
}
