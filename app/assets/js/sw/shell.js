// The built files of one build under one name; hashed, so what is kept never grows old.
const nameOf = (build) => `shell-${build}`;

/** All of it or none: a worker that could not keep its shell is not installed. */
export async function keepShell(build, addresses) {
  const cache = await caches.open(nameOf(build));
  await cache.addAll(addresses);
}

export async function dropOlder(build) {
  const older = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== nameOf(build));
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** From the phone if it is there, else from the network. */
export async function fromShell(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
