// A rule file is made ready once, however often it is asked.
const made = new WeakMap();

/** What `read` makes of these data, kept as long as the data are. */
export function ready(data, read) {
  if (!made.has(data)) made.set(data, read(data));
  return made.get(data);
}
