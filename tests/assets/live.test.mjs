// What a draft says while it is typed: which ratios move, in what words, and how heavy that is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bandOf, valueWords } from "../../app/assets/js/live/score/bands.js";
import { movesBetween } from "../../app/assets/js/live/score/moves.js";
import { readEntries } from "../../app/assets/js/live/unsent.js";
import { lackText, rangeText, rupiahText, told } from "../../app/assets/js/live/told.js";

const MOST_ON_A_REPORT = 25 * 1024;
const TARGETS = ["chrome106", "safari15.4", "firefox115"];
const half = { top: 1n, under: 2n, points: 2n };
const NOTHING = { top: null, under: null, points: null };

test("a sentence gets what it asks for and keeps the gap nobody fills", () => {
  assert.equal(told("{label} naik {times} kali {x}", { label: "Kas", times: "3" }), "Kas naik 3 kali {x}");
});

test("amounts are written as the books do", () => {
  assert.equal(rupiahText("1250000"), "Rp1.250.000");
  assert.equal(rupiahText("-46500000"), "(Rp46.500.000)");
  assert.equal(rupiahText(String(10n ** 20n)), "Rp100.000.000.000.000.000.000");
});

test("a range is two numbers until nothing is missing", () => {
  assert.equal(rangeText(["62.00", "78.40"]), "62,00–78,40");
  assert.equal(rangeText(["74.60", "74.60"]), "74,60");
});

test("what is missing is counted, figures and answers apart", () => {
  const words = { lacking: "{figures} a {items} j", lacking_figures: "{figures} a", lacking_items: "{items} j", whole: "lengkap" };
  assert.equal(lackText(words, { figures: ["cash"], items: ["a", "b"] }), "1 a 2 j");
  assert.equal(lackText(words, { figures: ["cash"], items: [] }), "1 a");
  assert.equal(lackText(words, { figures: [], items: ["a"] }), "1 j");
  assert.equal(lackText(words, { figures: [], items: [] }), "lengkap");
});

test("only what changed its value or points has moved, what counts first", () => {
  const indicators = ["same", "value", "points", "never"].map((code) => ({ code }));
  const before = [half, half, half, NOTHING];
  const after = [{ top: 2n, under: 4n, points: 2n }, { ...half, top: 3n }, { top: 3n, under: 4n, points: 4n }, NOTHING];
  const moved = movesBetween({ indicators }, before, after).map(({ one }) => one.code);
  assert.deepEqual(moved, ["points", "value"]);
});

test("a value is written with its unit, and falls in its band exactly on the edge", () => {
  const one = { at: [100n], edge: 1n, unit: "percent" };
  assert.equal(valueWords(one, { top: 50n, under: 1n }, {}), "50,00 %");
  assert.equal(valueWords({ ...one, unit: "days" }, { top: 3n, under: 2n }, { days: "{n} hari" }), "2 hari");
  assert.equal(valueWords(one, NOTHING, {}), "–");
  assert.deepEqual([{ top: 50n, under: 1n }, { top: 499n, under: 10n }].map((mark) => bandOf(one, mark)), [1, 0]);
});

test("what lies unsent on the phone is read as its fields would be", () => {
  const entries = [
    ["version", "hidden", "3"],
    ["cash", "text", "1.500.000"],
    ["cash__reason", "textarea", "12"],
    ["bank_accounts", "text", "12jt"],
    ["retained_surplus__sign", "radio", "plus=false"],
    ["retained_surplus__sign", "radio", "minus=true"],
    ["retained_surplus", "text", "500"],
    ["TK-A-01", "radio", "yes=false"],
    ["TK-A-01", "radio", "no=true"],
    ["TK-A-02", "radio", "yes=false"],
    ["TK-A-02", "radio", "no=false"],
  ];
  assert.deepEqual(readEntries(entries), {
    figures: { cash: 1500000, bank_accounts: null, retained_surplus: -500 },
    answers: { "TK-A-01": false, "TK-A-02": null },
  });
});

test("a page of a report asks for no more than 25 KB of script in all", async () => {
  const sizes = await Promise.all(["main.js", "live.js", "store/store.js"].map(weight));
  const sum = sizes.reduce((one, other) => one + other);
  assert.ok(sum > 16 * 1024 && sum <= MOST_ON_A_REPORT, `${sizes} bytes`);
});

test("a page that is no draft does not ask for the rules", async () => {
  const main = await readFile(new URL("../../app/assets/js/main.js", import.meta.url), "utf8");
  assert.match(main, /if \(LIVE\) afterPaint\(\(\) => import\(LIVE\.dataset\.script\)\)/);
  assert.doesNotMatch(main, /from "\.\/(live|rules)/);
});

async function weight(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../app/assets/js/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGETS,
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
