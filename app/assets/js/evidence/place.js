// Where chosen files go: to a report, or after the message that is being written.

/** `follows`: it is a draft until its form is pressed, and goes once that has been taken. */
export function placeOf(element) {
  const { group, path } = element.dataset;
  const writer = element.closest("form")?.elements.writer.value;
  if (!writer) return { group, path, page: path };
  const own = `${path}/${writer}`;
  return { group: own, path: own, page: location.pathname, follows: true, state: "draft" };
}

/** What was chosen on this page for a message that was never sent belongs to the one written now. */
export function adopt(form, files) {
  const left = form && files.find(({ state, page }) => state === "draft" && page === location.pathname);
  if (left) form.elements.writer.value = left.group.split("/").pop();
}
