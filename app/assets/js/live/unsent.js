// What was written on other pages of this draft and has not reached the server: it lies sealed on the phone.
import { canKeep, store } from "../draft/store.js";
import { parseRupiah } from "../support/rupiah.js";

/** {figures, answers} of every other page with something unsent. @param {string[]} codes pages of the report */
export async function unsentOf({ place, page }, codes) {
  const found = { figures: {}, answers: {} };
  const uid = Number(document.body.dataset.person);
  if (!uid || !canKeep()) return found;
  const phone = await store();
  for (const code of codes.filter((each) => each !== page)) {
    const draft = await phone.draftOf(uid, `${place}/isi/${code}`);
    const { figures, answers } = readEntries(draft?.entries ?? []);
    Object.assign(found.figures, figures);
    Object.assign(found.answers, answers);
  }
  return found;
}

/** What the fields of a form said, from its entries [name, type, value]; null where empty or unclear. */
export function readEntries(entries) {
  const [figures, answers] = [{}, {}];
  const losing = new Set(entries.filter(([, , value]) => value === "minus=true").map(([name]) => name));
  for (const [name, type, value] of entries) {
    if (type === "text") {
      const { amount } = parseRupiah(value);
      figures[name] = amount === undefined ? null : losing.has(`${name}__sign`) ? -amount : amount;
    } else if (/^(yes|no)=/.test(value)) {
      if (value.endsWith("=true")) answers[name] = value === "yes=true";
      else answers[name] ??= null;
    }
  }
  return { figures, answers };
}
