// What is said only after a field has been left, and without moving what the person is at.
const CALM = 300; // milliseconds: a press that took the focus away has been let go by then

/** Calls back with every field of the form that has been left. */
export function onceLeft(form, act) {
  form.addEventListener("focusout", ({ target }) => setTimeout(() => act(target), CALM));
}

/** Whatever has the focus stays where it is on the screen while something above it changes. */
export function keepingStill(change) {
  const held = document.activeElement;
  const before = held.getBoundingClientRect().top;
  change();
  window.scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}
