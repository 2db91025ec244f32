// The money field reads an amount exactly as the server does: one table of cases for both.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { formatRupiah, LARGEST, meanings, parseRupiah } from "../../app/assets/js/support/rupiah.js";

const cases = JSON.parse(await readFile(new URL("../money_cases.json", import.meta.url), "utf8"));

for (const [typed, expected] of cases) {
  test(`a treasurer types ${JSON.stringify(typed)} and it is read as ${expected}`, () => {
    const { amount, fault } = parseRupiah(typed);
    assert.equal(amount ?? fault, expected);
  });
}

test("what the field writes on blur it reads again unchanged", () => {
  for (let amount = 1; amount <= LARGEST; amount = amount * 7 + 3) {
    assert.equal(parseRupiah(formatRupiah(amount)).amount, amount);
  }
});

const unclear = JSON.parse(await readFile(new URL("../money_meanings.json", import.meta.url), "utf8"));

for (const [typed, expected] of unclear) {
  test(`${JSON.stringify(typed)} may have meant ${expected.join(" or ") || "nothing we know"}`, () => {
    assert.deepEqual(meanings(typed), expected);
  });
}
