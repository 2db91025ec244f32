// The rules on the phone are exact and small; that they agree with the server is proven in tests/phone.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { test } from "node:test";
import { build } from "esbuild";
import {
  decimalText,
  digitsOf,
  edgeOf,
  floored,
  fractionText,
  keyOf,
  placeOf,
  plainText,
  rounded,
  scoreText,
  valueText,
} from "../../app/assets/js/rules/numbers.js";

const MOST_BYTES = 6 * 1024;
const TARGETS = ["chrome106", "safari15.4", "firefox115"];

test("what is no exact number is refused, never rounded", () => {
  for (const wrong of [0.5, 2 ** 53, NaN, Infinity, "1e3", "1,5", "", ".5", "5.", " 5", null, true]) {
    assert.throws(() => digitsOf(wrong), TypeError, String(wrong));
  }
  assert.deepEqual(digitsOf("-0012.50"), [-1250n, 2]);
  assert.deepEqual(digitsOf(2 ** 53 - 1), [9007199254740991n, 0]);
  assert.deepEqual(digitsOf(String(10n ** 30n)), [10n ** 30n, 0]);
});

test("halves go away from nought, floors go down", () => {
  assert.deepEqual([1n, 3n, -1n, -3n, 2n].map((top) => rounded(top, 2n)), [1n, 2n, -1n, -2n, 1n]);
  assert.equal(rounded(4999n, 10000n), 0n);
  assert.deepEqual([-1n, 1n, -4n, 4n].map((top) => floored(top, 2n)), [-1n, 0n, -2n, 2n]);
});

test("a value on an edge and one just above it lie in different places", () => {
  const edges = [-5n, 10n, 11n].sort((one, other) => Number(one - other));
  assert.deepEqual(edges.map(edgeOf), [-3n, 5n, 5n]);
  const places = [[-3n, 1n], [-29n, 10n], [5n, 1n], [51n, 10n], [49n, 10n]];
  assert.deepEqual(places.map(([top, under]) => placeOf(edges, keyOf(top, under))), [0, 1, 2, 3, 1]);
});

test("numbers are written as the contract says", () => {
  assert.deepEqual([7460n, 5n, 0n, 10000n].map(scoreText), ["74.60", "0.05", "0.00", "100.00"]);
  assert.deepEqual([plainText(54n, 10n), plainText(-5n, 100n), plainText(8n, 2n)], ["5.4", "-0.05", "4"]);
  assert.throws(() => plainText(1n, 3n), RangeError);
  assert.equal(valueText(2n, 3n), "0.666666666666");
  assert.equal(valueText(-1n, 10n ** 20n), "-0.000000000000");
  assert.deepEqual([fractionText(19n, 2n), fractionText(-8n, -2n), fractionText(0n, 7n)], ["19/2", "4", "0"]);
  assert.equal(decimalText("-2469135791/2000", 2), "-1.234.567,90");
});

for (const entry of ["rules.js", "whatif/whatif.js"]) {
  test(`${entry} with all it needs fits into 6 KB`, async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../../app/assets/js/rules/${entry}`, import.meta.url))],
      bundle: true,
      minify: true,
      format: "esm",
      target: TARGETS,
      write: false,
    });
    const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
    assert.ok(bytes > 1024 && bytes <= MOST_BYTES, `${bytes} bytes`);
  });
}
