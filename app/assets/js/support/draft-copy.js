// The unsent copy of one page of a draft: in this tab only, of one person, until the server has it.
const LEFT = "draft-left";

// Of what version the copy is, and whose hand: the server tells a conflict by them.
const STAMPS = ["version", "writer"];
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

export class DraftCopy {
  #key;

  constructor(person, path) {
    this.#key = `draft:${person}:${path}`;
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

  /** A whole page is on its way: if another page follows, the server has taken it. */
  leave() {
    sessionStorage.setItem(LEFT, JSON.stringify([this.#key, location.pathname]));
  }

  /** Put back what differs from the page as served; how many fields. */
  restore(form) {
    const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? "[]");
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

/** On each page: the copy of a form that was sent and answered by another page may go. */
export function settleLeft() {
  const [key, path] = JSON.parse(sessionStorage.getItem(LEFT) ?? "[]");
  if (!key || path === location.pathname || location.pathname.startsWith("/masuk")) return;
  sessionStorage.removeItem(key);
  sessionStorage.removeItem(LEFT);
}
