// Whose phone it is just now: told by each page of somebody signed in, forgotten when they sign out.
import { changing, reading } from "./database.js";

const NAME = "person";

export const person = async () => (await reading(["meta"], (store) => store("meta").get(NAME)))?.uid ?? 0;

/** Somebody is here; whoever was before and has a PIN is locked. */
export const welcome = (uid) =>
  changing(["meta", "keys"], async (store) => {
    const before = await store("meta").get(NAME);
    if (before?.uid === uid) return;
    await store("meta").put({ name: NAME, uid });
    for (const key of await store("keys").getAll()) {
      if (key.uid !== uid && key.pin) await store("keys").put({ ...key, open: null });
    }
  });
