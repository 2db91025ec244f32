// What a person wrote into a form, and putting it back.

// Of what version the form is, and whose hand: the server tells a conflict by them.
const STAMPS = ["writer", "version"];
const NOT_WRITTEN = ["hidden", "submit", "button", "file"];

/** Name, type and value of everything a person can change, and the stamps. */
export function entriesOf(form) {
  return [...form.elements]
    .filter((field) => !NOT_WRITTEN.includes(field.type) || STAMPS.includes(field.name))
    .filter((field) => field.name)
    .map((field) => [field.name, field.type, ownValue(field)]);
}

export function stampOf(entries) {
  return STAMPS.map((stamp) => entries.find(([name]) => name === stamp)?.[2]).join(".");
}

/** Put back what differs from the form as served, but nothing over what was `touched` since; the
 * fields that changed. The stamps follow only where something did. */
export function putBackAll(form, entries, touched = new Set()) {
  const written = entries.filter(([name, type]) => type !== "hidden" && !touched.has(name));
  const changed = putBackThese(form, written);
  if (changed.length) putBackThese(form, entries.filter(([, type]) => type === "hidden"));
  return changed;
}

const isTicked = (type) => type === "radio" || type === "checkbox";
const ownValue = (field) => (isTicked(field.type) ? `${field.value}=${field.checked}` : field.value);

function putBackThese(form, entries) {
  const changed = [];
  for (const [name, type, value] of entries) {
    for (const field of form.elements) {
      if (field.name === name && field.type === type && putBack(field, value)) changed.push(field);
    }
  }
  return changed;
}

function putBack(field, value) {
  if (ownValue(field) === value) return false;
  if (!isTicked(field.type)) field.value = value;
  else if (value.startsWith(`${field.value}=`)) field.checked = value.endsWith("=true");
  else return false;
  return true;
}
