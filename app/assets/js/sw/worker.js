// Keeps the application's own files and one page for when there is no signal. It answers for
// readings only: a write is never touched here, and no page of a person is kept.
import "./sync.js";
import { isKept, keptPage } from "./kept.js";
import { keepShell, dropOlder, fromShell } from "./shell.js";
import { isPage, isBuilt, pageOrExcuse } from "./reading.js";

const { build, shell, offline } = self.told;

self.addEventListener("install", (event) => event.waitUntil(keepShell(build, shell)));
self.addEventListener("activate", (event) =>
  event.waitUntil(dropOlder(build).then(() => self.clients.claim())),
);
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (isKept(request)) event.respondWith(keptPage(request));
  else if (isPage(request)) event.respondWith(pageOrExcuse(request, offline));
  else if (isBuilt(request)) event.respondWith(fromShell(request));
});
