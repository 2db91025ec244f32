// The echo under a figure: a missing nought is heard before it is sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { echo, inWords, shortly } from "../../app/assets/js/support/spoken.js";

const words = {
  0: "nol",
  11: "sebelas",
  15: "lima belas",
  100: "seratus",
  111: "seratus sebelas",
  1000: "seribu",
  1500: "seribu lima ratus",
  21000: "dua puluh satu ribu",
  1000000: "satu juta",
  1248300000: "satu miliar dua ratus empat puluh delapan juta tiga ratus ribu",
  100000000000000: "seratus triliun",
};

for (const [amount, expected] of Object.entries(words)) {
  test(`${amount} is said as Indonesians say it`, () => {
    assert.equal(inWords(Number(amount)), expected);
  });
}

test("the short form has the three digits of the server's", () => {
  assert.equal(shortly(12500000), "12,5 juta");
  assert.equal(shortly(1248300000), "1,25 miliar");
  assert.equal(shortly(9999999), "10 juta");
  assert.equal(shortly(1005000), "1,01 juta");
  assert.equal(shortly(3400000000000), "3,4 triliun");
});

test("twelve and a half thousand typed for million sounds wrong at once", () => {
  assert.equal(echo(12500), "= dua belas ribu lima ratus rupiah");
  assert.equal(echo(12500000), "= 12,5 juta");
});
