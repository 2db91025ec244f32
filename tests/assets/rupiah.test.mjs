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

test("an unclear figure is given back with the two amounts it may mean", () => {
  assert.deepEqual(meanings("86.40"), ["8.640", "86.400.000"]);
  assert.deepEqual(meanings("12,500"), ["12.500", "12.500.000"]);
});
