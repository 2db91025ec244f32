// The unsent copy of one page of a draft: in this tab only, of one person, until the server has it.
const KIND = "draft:";

// Of what version the copy is, and whose hand: the server tells a conflict by them.
const STAMPS = ["writer", "version"];
const NOT_WRITTEN = ["hidden", "submit", "button", "file"];

/** Name, type and value of everything a person can change, and the stamps. */
export function entriesOf(form) {
  return [...form.elements]
    .filter((field) => !NOT_WRITTEN.includes(field.type) || STAMPS.includes(field.name))
    .filter((field) => field.name)
    .map((field) => [field.name, field.type, ownValue(field)]);
}

const isTicked = (type) => type === "radio" || type === "checkbox";
const ownValue = (field) => (isTicked(field.type) ? `${field.value}=${field.checked}` : field.value);
const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "[]");

export class DraftCopy {
  #key;

  constructor(person, path) {
    this.#key = `${KIND}${person}:${path}`;
  }

  keep(entries) {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(entries));
    } catch {
      // Storage is full or forbidden: the page still saves to the server.
    }
  }

  forget() {
    sessionStorage.removeItem(this.#key);
  }

  /** Put back what differs from the page as served; how many fields. */
  restore(form) {
    dropTaken();
    const kept = read(this.#key);
    const count = putBackAll(form, kept.filter(([, type]) => type !== "hidden"));
    if (count) putBackAll(form, kept.filter(([, type]) => type === "hidden"));
    return count;
  }
}

function putBackAll(form, entries) {
  let count = 0;
  for (const [name, type, value] of entries) {
    for (const field of form.elements) {
      if (field.name === name && field.type === type && putBack(field, value)) count += 1;
    }
  }
  return count;
}

function putBack(field, value) {
  if (ownValue(field) === value) return false;
  if (!isTicked(field.type)) field.value = value;
  else if (value.startsWith(`${field.value}=`)) field.checked = value.endsWith("=true");
  else return false;
  return true;
}

/** On each page: the copy of what the server says it has taken may go. Only its word is proof:
 * a page that follows may also be where somebody fled to when nothing got through. */
export function dropTaken() {
  const { taken } = document.body.dataset;
  for (const key of Object.keys(sessionStorage)) {
    if (taken && key.startsWith(KIND) && stampOf(read(key)) === taken) sessionStorage.removeItem(key);
  }
}

function stampOf(entries) {
  return STAMPS.map((stamp) => entries.find(([name]) => name === stamp)?.[2]).join(".");
}
