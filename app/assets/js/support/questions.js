// Where one begins to write a question, what suggests answers is fetched: nobody else pays for it.
export function awaitQuestions() {
  document.addEventListener("focusin", ({ target }) => {
    const place = target.closest?.("suggest-answers");
    if (place) import(place.dataset.script).catch(() => {}); // without a signal and not kept: one simply asks
  });
}
