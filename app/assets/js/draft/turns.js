// What one open page sends is counted, so that the server knows the newer of two that overtook each other.
const page = Math.random().toString(36).slice(2, 10);
let count = 0;

/** What was sent last under a number of this page. */
export const lastTurn = () => `${page}.${count}`;

/** A page from the phone is named by nobody: it is not the one that was saved from before. */
export function signPage(form) {
  const { writer } = form.elements;
  if (writer && !writer.value) writer.value = page;
}

/** The next message of the same page is another one. */
export function beginAnew(form) {
  form.elements.writer.value = Math.random().toString(36).slice(2, 14);
  form.reset();
}

/** The words of a form as they are sent: files apart, with the next number. */
export function wordsOf(form) {
  count += 1;
  const words = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return [...words, ["turn", lastTurn()]];
}
