// Into how many copies the photos of a phone go, and what each copy tells of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isTooLarge, parted } from "../../app/assets/js/rescue/parting.js";

const MEGA = 1024 * 1024;
const made = (name, size, state = "waiting") => ({ uid: 7, id: name, state, path: "/k", kind: "other", name, size, hash: name, created: 1 });
const work = (...files) => ({ uid: 7, at: 1, items: ["typed"], drafts: ["begun"], files });
const names = (files) => files.map(({ name }) => name);
const insideOf = (parts) => parts.map(({ inside }) => names(inside));

test("what was typed is one copy, also where no photo waits", () => {
  const [{ told, inside }, ...more] = parted(work());
  assert.deepEqual([told.items, told.drafts, told.files, inside, more], [["typed"], ["begun"], [], [], []]);
});

test("photos go with what was typed, as many as a copy takes; the rest has a copy of its own", () => {
  const parts = parted(work(made("a", 4 * MEGA), made("b", 2 * MEGA), made("c", 1)));
  assert.deepEqual(insideOf(parts), [["a", "b"], ["c"]]);
  assert.deepEqual(parts[0].told.files.map(({ name, isIn }) => [name, isIn]), [["a", true], ["b", true], ["c", false]]);
  assert.deepEqual([parts[1].told.items, parts[1].told.drafts, names(parts[1].told.files)], [[], [], ["c"]]);
});

test("twenty to a copy, however small", () => {
  const many = Array.from({ length: 41 }, (_none, at) => made(`${at}`, 10));
  assert.deepEqual(insideOf(parted(work(...many))).map((each) => each.length), [20, 20, 1]);
});

test("what is too large is told of, so that it may still follow; what was refused is not waited for", () => {
  const [large, refused, small] = [made("l", 6 * MEGA + 1), made("r", 7 * MEGA, "wrong"), made("s", 5, "wrong")];
  const [{ told, inside }, ...more] = parted(work(large, refused, small));
  assert.deepEqual([isTooLarge(large), isTooLarge(made("m", 6 * MEGA)), more], [true, false, []]);
  assert.deepEqual([names(inside), told.files.map(({ name, isIn }) => [name, isIn])], [["s"], [["s", true], ["l", false]]]);
});

test("nothing of how a file stands on its phone is told", () => {
  const [{ told }] = parted(work(made("a", 5)));
  assert.deepEqual(Object.keys(told.files[0]).sort(), ["created", "hash", "isIn", "kind", "name", "path", "size"]);
});
