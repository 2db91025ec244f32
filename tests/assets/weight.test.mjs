// What somebody at the edge of the signal waits for, and what follows once they see the page (docs/adr/0016).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const DIST = new URL("../../app/static/dist/", import.meta.url);
const KILO = 1024;
const names = JSON.parse(await readFile(new URL("manifest.json", DIST)));
const weigh = async (name) => (await readFile(new URL(`${names[name]}.gz`, DIST))).length;
const weighAll = async (...all) => (await Promise.all(all.map(weigh))).reduce((sum, each) => sum + each, 0);

test("before a page to fill in is shown: ten kilobytes of script, eighteen of all files", async () => {
  assert.ok((await weigh("main.js")) <= 10 * KILO);
  assert.ok((await weighAll("main.js", "main.css", "icons.svg")) <= 18 * KILO);
});

test("what follows on it is thirty kilobytes at most", async () => {
  assert.ok((await weighAll("live.js", "live.css", "store.js", "offline.js", "evidence.js")) <= 30 * KILO);
});
