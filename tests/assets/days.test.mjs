// A day typed into a field is said back in Indonesian, whatever the browser speaks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords } from "../../app/assets/js/support/days.js";

const words = {
  "1998-12-08": "Selasa, 8\u00a0Desember 1998",
  "2026-11-23": "Senin, 23\u00a0November 2026",
  "2024-02-29": "Kamis, 29\u00a0Februari 2024",
  "2000-01-01": "Sabtu, 1\u00a0Januari 2000",
  "0199-01-01": "",
  "": "",
};

for (const [typed, expected] of Object.entries(words)) {
  test(`${typed || "nothing"} is said as ${expected || "nothing"}`, () => assert.equal(dayInWords(typed), expected));
}
