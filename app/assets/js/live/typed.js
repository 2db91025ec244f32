// What stands in the fields of a form now, as the server would read it: unclear is not known.
import { parseRupiah } from "../support/rupiah.js";

const ANSWERS = { yes: true, no: false };

/** {figures, answers} by code; null where a field is empty or unclear. */
export function typedIn(form) {
  return form ? { figures: figuresIn(form), answers: answersIn(form) } : { figures: {}, answers: {} };
}

function figuresIn(form) {
  const found = {};
  for (const input of form.querySelectorAll("money-field input.input")) {
    const { amount } = parseRupiah(input.value);
    const loses = form.elements[`${input.name}__sign`]?.value === "minus";
    found[input.name] = amount === undefined ? null : loses ? -amount : amount;
  }
  return found;
}

function answersIn(form) {
  const found = {};
  for (const { name, value, checked } of form.querySelectorAll("input[type=radio]")) {
    if (!(value in ANSWERS)) continue;
    if (checked) found[name] = ANSWERS[value];
    else found[name] ??= null;
  }
  return found;
}
