// A file on its way: promised, brought piece by piece from where the server has it, looked at there.
import { backOff, pauseOf, refusalOf, session } from "../outbox/sending.js";
import { PRESSED } from "./names.js";

const PIECE = 64 * 1024;
const PATIENCE = 30_000; // for 64 KB: below 17 kbit/s nothing gets on, and others wait for the lock
const JSON_TYPE = "application/json";

/** `phone`: changeFile, fileAbout, fileBytes, forgetFile, restUntil of the phone's store. */
export class Sender {
  #phone;

  constructor(phone) {
    this.#phone = phone;
  }

  /** Tell the server which files will follow the report. */
  async promise(files, who) {
    const said = await Promise.all(files.map((file) => this.#described(file)));
    const answer = await this.#ask(files[0], who, "", JSON.stringify(said), JSON_TYPE);
    if (answer.kind !== "done") return this.#rested(answer, 0);
    for (const [at, { state }] of answer.told.entries()) {
      if (state === "open") await this.#phone.changeFile(files[at], { isPromised: true });
    }
    return answer;
  }

  /** Send a file, or the rest of it. `kind` of the answer: as of an item, or turn: somebody pressed. */
  async send(file, who) {
    if (file.state === "gone") return this.#withdraw(file, who);
    const [about, bytes] = await Promise.all([this.#described(file), this.#phone.fileBytes(file)]);
    await this.#phone.changeFile(file, { state: "sending" });
    const said = JSON.stringify([about]);
    let answer = await this.#ask(file, who, "", said, JSON_TYPE, (told) => told[0]);
    let had = -1;
    while (answer.kind === "done" && answer.told.state === "open") {
      if (answer.told.had <= had) return this.#note(file, { kind: "later" }); // nothing gets on
      had = answer.told.had;
      const now = await this.#phone.changeFile(file, { had, isPromised: true });
      if (!now || now.state === "gone") return now ? this.#withdraw(now, who) : { kind: "done" };
      if (await isPressed()) return this.#note(file, { kind: "turn" });
      const isWhole = had === file.size;
      const piece = isWhole ? "" : bytes.slice(had, had + PIECE);
      answer = await this.#ask(file, who, `/${about.hash}${isWhole ? "/selesai" : `?dari=${had}`}`, piece);
    }
    return this.#note(file, answer);
  }

  async #described(file) {
    const { hash, kind, title } = await this.#phone.fileAbout(file);
    return { hash, kind, name: title, size: file.size };
  }

  async #withdraw(file, who) {
    const { hash } = await this.#phone.fileAbout(file);
    const answer = await this.#ask(file, who, `/${hash}/batal`, "");
    if (answer.kind === "done" || answer.kind === "wrong") await this.#phone.forgetFile(file);
    return this.#rested(answer, 0);
  }

  /** What became of it is written down. */
  async #note(file, answer) {
    const { kind, told = {}, status = 0 } = answer;
    if (kind === "done" && told.state === "here") {
      const { title } = await this.#phone.fileAbout(file);
      await this.#phone.forgetFile(file, { arrived: { title, kind: file.kind, group: file.group } });
      return answer;
    }
    const isOver = kind === "wrong" || told.state === "refused";
    const tries = kind === "turn" ? file.tries : file.tries + 1;
    const isLater = !isOver && (kind === "done" || kind === "later");
    const notBefore = isLater ? Date.now() + backOff(tries) : 0;
    const changes = { state: isOver ? "wrong" : "waiting", why: told.why ?? "", status, tries, notBefore };
    if (isOver) changes.isPromised = false;
    await this.#phone.changeFile(file, changes);
    if (isOver || kind === "done") return { kind: isOver ? "wrong" : "later" };
    return this.#rested(answer, tries);
  }

  async #rested(answer, tries) {
    if (answer.kind === "rest") await this.#phone.restUntil(Date.now() + (answer.pause || backOff(tries)));
    return answer;
  }

  async #ask(file, who, rest, body, type = "application/octet-stream", read = (told) => told) {
    const post = async () => {
      const headers = { "Content-Type": type, "X-CSRFToken": who.csrf, "X-Outbox-User": String(file.uid) };
      const signal = AbortSignal.timeout(PATIENCE);
      const response = await fetch(`${file.path}/menyusul${rest}`, { method: "POST", headers, body, signal });
      if (!response.ok) return { kind: refusalOf(response), status: response.status, pause: pauseOf(response.headers) };
      return { kind: "done", told: read(await response.json()) };
    };
    try {
      const answer = await post();
      return answer.kind === "token" && (await renewed(who, file)) ? await post() : answer;
    } catch (fault) {
      return { kind: fault instanceof SyntaxError ? "later" : "lost" }; // some wifi answers for everybody
    }
  }
}

async function renewed(who, file) {
  const fresh = await session();
  who.csrf = fresh.csrf;
  return fresh.uid === file.uid;
}

/** Somebody waits with what they pressed. */
async function isPressed() {
  const { held } = await navigator.locks.query();
  return held.some(({ name }) => name === PRESSED);
}
