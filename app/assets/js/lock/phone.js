// The store as the page has loaded it already: one connection, one ear.
export const phone = await import(document.body.dataset.store);
