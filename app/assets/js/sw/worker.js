// Keeps the application's own files, and for whoever is here the pages they need without a signal.
// It answers for readings only: a write is never touched here, only seen going by.
import "./sync.js";
import { alike, isAlike } from "./alike.js";
import { fill, fillQuietly, refill } from "./pack.js";
import { tidy } from "./pages.js";
import { isPage, isBuilt, page } from "./reading.js";
import { forgetAll, reader } from "./reader.js";
import { overtake, renew } from "./renewing.js";
import { fromShell, keepShell } from "./shell.js";
import { build, pathOf, shell } from "./told.js";

const told = {
  fill: ({ near }) => fillQuietly(near, tellAll),
  "fill all": () => fill({ all: true }, tellAll),
  hidden: () => renew(),
  forget: () => forgetAll(),
  join: () => self.clients.claim(),
  "take over": () => self.skipWaiting(),
};

self.addEventListener("install", (event) =>
  event.waitUntil(keepShell(build, shell).then(async () => refill(await reader()).catch(() => {}))),
);
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), tidy()])));
self.addEventListener("message", (event) => {
  const act = told[event.data?.kind];
  if (act) event.waitUntil(Promise.resolve(act(event.data)).catch(() => tellAll({ kind: "filled", failed: true })));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (new URL(request.url).origin !== location.origin) return;
  if (request.method !== "GET") event.waitUntil(overtake(request.url));
  else if (isAlike(request)) event.respondWith(alike(request));
  else if (isPage(request)) {
    event.respondWith(page(event));
    if (request.referrer) event.waitUntil(renew(pathOf(request.referrer)));
  } else if (isBuilt(request)) event.respondWith(fromShell(request));
});

async function tellAll(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}
