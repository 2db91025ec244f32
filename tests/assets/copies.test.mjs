// A kept page: what it no longer holds, and what it says when it is shown again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dated, isForm, plain } from "../../app/assets/js/sw/copies.js";

const TOKEN = "~c2VjcmV0";
const PAGE = `<kept-copy class="copyline" role="status" hidden data-back="Internet sudah tersambung."><p>salinan per <time>–</time>.</p></kept-copy>
<div id="notices"><!--once--><div class="note"><p>Anda sudah keluar.</p></div><!--/once--></div>
<form><input type="hidden" name="csrf_token" value="${TOKEN}"><input name="csrf_token" type="hidden" value="${TOKEN}"><input type="hidden" name="writer" value="a1b2c3"><input name="kas" value="5"></form>`;

test("no token, no name of an open page and nothing that was said once is kept, everything else is", () => {
  const kept = plain(PAGE);
  assert.ok(!kept.includes(TOKEN));
  assert.ok(!kept.includes("Anda sudah keluar."));
  assert.equal(kept.match(/name="csrf_token" value=""/g).length, 2);
  assert.ok(kept.includes('<input type="hidden" name="writer" value="">'));
  assert.ok(kept.includes('<input name="kas" value="5">'));
  assert.ok(kept.includes('id="notices"'));
});

test("a page with a token is one to write on, another is not", () => {
  assert.ok(isForm(plain(PAGE)));
  assert.ok(!isForm("<p>Bukti kirim</p>"));
});

test("a page that is shown again says from when it is; the stored one says nothing", () => {
  const at = new Date("2026-11-24T03:42:00Z");
  const shown = dated(plain(PAGE), at);
  assert.match(shown, /<kept-copy class="copyline" role="status" data-back=/);
  assert.match(shown, /<time datetime="2026-11-24T03:42:00.000Z">24 November, \d\d\.42<\/time>/);
  assert.match(plain(PAGE), /<kept-copy[^>]* hidden/);
});
