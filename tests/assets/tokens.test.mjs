// Dark by choice and dark by the phone are the same dark.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const tokens = new URL("../../app/assets/css/tokens/", import.meta.url);

async function values(name) {
  const text = await readFile(new URL(name, tokens), "utf8");
  return [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, key, value]) => `${key}: ${value}`);
}

test("a person who chooses Gelap sees what a dark phone shows", async () => {
  const chosen = await values("dark-chosen.css");
  assert.ok(chosen.length > 30);
  assert.deepEqual(chosen, await values("dark.css"));
});
