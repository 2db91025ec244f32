// A file on its way to the server, piece by piece: goes on where it was, and never in circles.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Sender } from "../../app/assets/js/evidence/sending.js";

const PIECE = 64 * 1024;
const HASH = "a".repeat(64);
const SIZE = 2 * PIECE + 5;
const json = (body, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const open = (had) => ({ hash: HASH, state: "open", had, why: "" });

let asked, file, told, rested, isPressed, who;

/** A server that answers by what is asked: "" (the promise), a beginning, "selesai", "batal". */
function answering(answers) {
  globalThis.fetch = async (url, { body, headers }) => {
    if (url === "/api/sesi") return json({ uid: 7, csrf: "fresh" });
    const step = url.split("dari=")[1] ?? url.split("/").at(-1).replace("menyusul", "");
    asked.push([step, headers["X-CSRFToken"], body.byteLength ?? 0]);
    return answers(step);
  };
}

/** A server that has `had` of it already and takes the rest. */
const taking = (had) => (step) => {
  if (step === "") return json([open(had)]);
  if (step === "selesai") return json({ ...open(SIZE), state: "here" });
  return json(open(Math.min(SIZE, Number(step) + PIECE)));
};

const phone = {
  fileAbout: async () => ({ title: "neraca.jpg", kind: "other", hash: HASH }),
  fileBytes: async () => new Uint8Array(SIZE).buffer,
  changeFile: async (_file, changes) => (file &&= { ...file, ...changes }),
  forgetFile: async (_file, what) => ([told, file] = [what, null]),
  restUntil: async (until) => (rested = until),
};
const send = () => new Sender(phone).send(file, who);
const steps = () => asked.map(([step]) => step);

beforeEach(() => {
  [asked, told, rested, isPressed, who] = [[], null, 0, false, { uid: 7, csrf: "page's own" }];
  file = { uid: 7, id: "f", kind: "other", group: "/k/laporan/x", path: "/k/laporan/x/lampiran", state: "waiting", size: SIZE, had: 0, tries: 0 };
  const locks = { query: async () => ({ held: isPressed ? [{ name: "ekop-pressed" }] : [] }) };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
});

test("a file goes in pieces, the last one short, is looked at in the end and leaves the phone", async () => {
  answering(taking(0));
  assert.equal((await send()).kind, "done");
  assert.deepEqual(steps(), ["", "0", String(PIECE), String(2 * PIECE), "selesai"]);
  assert.deepEqual(asked.slice(1, 4).map(([, , size]) => size), [PIECE, PIECE, 5]);
  assert.deepEqual([file, told], [null, { arrived: { title: "neraca.jpg", kind: "other", group: "/k/laporan/x" } }]);
});

test("what the server has already is not sent again", async () => {
  answering(taking(2 * PIECE));
  await send();
  assert.deepEqual(steps(), ["", String(2 * PIECE), "selesai"]);
});

test("one it has whole is not sent at all", async () => {
  answering(() => json([{ ...open(0), state: "here" }]));
  assert.equal((await send()).kind, "done");
  assert.deepEqual(steps(), [""]);
});

test("a line that breaks leaves the file waiting, with how much has come", async () => {
  answering((step) => {
    if (step === String(PIECE)) throw new TypeError("Failed to fetch");
    return taking(0)(step);
  });
  assert.equal((await send()).kind, "lost");
  assert.deepEqual([file.state, file.had, file.tries], ["waiting", PIECE, 1]);
});

test("a refusal stays with the words of the server, and is not promised any more", async () => {
  answering((step) => (step === "selesai" ? json({ ...open(0), state: "refused", why: "Berkas rusak." }) : taking(0)(step)));
  assert.equal((await send()).kind, "wrong");
  assert.deepEqual([file.state, file.why, file.isPromised], ["wrong", "Berkas rusak.", false]);
});

test("a server that gets no further is left alone for a while instead of asked for ever", async () => {
  answering((step) => (step === "" ? json([open(0)]) : json(open(0))));
  assert.equal((await send()).kind, "later");
  assert.deepEqual(steps(), ["", "0"]);
  assert.ok(file.notBefore > Date.now());
});

test("wifi that answers for everybody is believed nothing", async () => {
  answering(() => new Response("<html>Masuk ke wifi</html>"));
  assert.equal((await send()).kind, "later");
  assert.equal(file.state, "waiting");
});

test("a busy server is given the rest it asks for", async () => {
  answering(() => json({}, 503, { "Retry-After": "30" }));
  assert.equal((await send()).kind, "rest");
  assert.ok(rested > Date.now() + 29_000 && rested < Date.now() + 31_000);
});

test("a token that has grown old is renewed once", async () => {
  answering((step) => (asked.at(-1)[1] === "fresh" ? taking(0)(step) : json({}, 419)));
  assert.equal((await send()).kind, "done");
  assert.equal(who.csrf, "fresh");
});

test("whoever presses meanwhile goes first, and nothing that has come is lost", async () => {
  answering((step) => {
    isPressed = step === "0";
    return taking(0)(step);
  });
  assert.equal((await send()).kind, "turn");
  assert.deepEqual([file.state, file.had, file.tries], ["waiting", PIECE, 0]);
});

test("one that somebody removes on its way is waited for no more", async () => {
  answering((step) => {
    if (step === "0") file = { ...file, state: "gone" };
    return step === "batal" ? json({ hash: HASH, state: "unknown", had: 0, why: "" }) : taking(0)(step);
  });
  phone.changeFile = async (_file, changes) => (file = file.state === "gone" ? file : { ...file, ...changes });
  await send();
  assert.deepEqual(steps(), ["", "0", "batal"]);
  assert.equal(file, null);
});

test("what is promised before the report is sent is remembered as promised", async () => {
  answering(() => json([open(0)]));
  assert.equal((await new Sender(phone).promise([file], who)).kind, "done");
  assert.deepEqual([steps(), file.isPromised], [[""], true]);
});
