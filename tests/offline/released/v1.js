// The first released shape of the phone's database, as it was then: never edited. Filled with what a
// person may have left in it, sealed by a key that lies beside it.
async (name) => {
  const db = await new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      const made = asked.result;
      made.createObjectStore("drafts", { keyPath: ["uid", "path"] });
      const outbox = made.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
      outbox.createIndex("id", "id", { unique: true });
      outbox.createIndex("uid", "uid");
      made.createObjectStore("receipts", { keyPath: ["uid", "id"] });
      made.createObjectStore("keys", { keyPath: "uid" });
      made.createObjectStore("meta", { keyPath: "name" });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const open = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const seal = async (value, place) => {
    const [iv, encoder] = [crypto.getRandomValues(new Uint8Array(12)), new TextEncoder()];
    const how = { name: "AES-GCM", iv, additionalData: encoder.encode(place) };
    return { iv, data: await crypto.subtle.encrypt(how, open, encoder.encode(JSON.stringify(value))) };
  };
  const words = { title: "Simpanan", entries: [["savings_members", "text", "4.321.987"]] };
  const draft = { uid: 7, path: "/k/a", stamp: "w.0", rev: "r1", at: 1, sealed: await seal(words, "drafts 7 /k/a") };
  const about = { uid: 7, path: "/k/a", page: "/k/a", group: "/k", kind: "section", state: "waiting", tries: 2, notBefore: 0, created: 1 };
  const item = { ...about, id: "5a1c2f0e-0000-4000-8000-000000000001", rev: "r1" };
  item.sealed = await seal(words, `outbox 7 ${item.id}`);
  const receipt = { uid: 7, id: "/k/b", at: 2, sealed: await seal({ number: "LAP-2026-T3-0001" }, "receipts 7 /k/b") };
  const tx = db.transaction(["drafts", "outbox", "receipts", "keys", "meta"], "readwrite");
  tx.objectStore("drafts").put(draft);
  tx.objectStore("outbox").put(item);
  tx.objectStore("receipts").put(receipt);
  tx.objectStore("keys").put({ uid: 7, open, pin: null, wrong: 0, notBefore: 0 });
  tx.objectStore("meta").put({ name: "person", uid: 7 });
  await new Promise((done) => (tx.oncomplete = done));
  db.close();
};
