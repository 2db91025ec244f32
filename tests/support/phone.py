"""What a phone keeps of a person, looked at from outside: its database, caches and storage."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page

from tests.support.kept import wait_for_worker

WAIT_SECONDS = 15
LOOK = """async ([store]) => {
  const found = await indexedDB.databases();
  if (!found.some(({ name }) => name === 'ekoperasi')) return [];
  const db = await new Promise((done, failed) => {
    const asked = indexedDB.open('ekoperasi');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const asked = db.transaction(store).objectStore(store).getAll();
  const all = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  db.close();
  const plain = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder('latin1').decode(value)
    : value instanceof CryptoKey ? { key: value.type, extractable: value.extractable }
    : value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)])) : value;
  return all.map(plain);
}"""


def kept(page: Page, store: str) -> list[dict[str, Any]]:
    """Every record of one store of the phone's database, sealed things as their bytes."""
    try:
        records: list[dict[str, Any]] = page.evaluate(LOOK, [store])
    except Error as fault:  # the page was just leaving: look again on the one that comes
        if "context was destroyed" not in str(fault):
            raise
        page.wait_for_load_state()
        return kept(page, store)
    return records


def everything(page: Page) -> str:
    """All that can be read on the phone without a key, as one text to search in."""
    stores = {
        name: kept(page, name)
        for name in ("drafts", "outbox", "receipts", "files", "bytes", "keys", "meta")
    }
    told = page.evaluate("() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])")
    return f"{stores} {told}"


def until_the_worker_stands(page: Page) -> None:
    """It takes over pages that were open before it came."""
    page.wait_for_load_state()
    wait_for_worker(page)


def until_nothing_waits(page: Page) -> None:
    """The outbox has been emptied; fails after a while."""
    until(lambda: not kept(page, "outbox"), page)


def until(holds: Callable[[], bool], page: Page) -> None:
    """Look again and again; fails after a while, saying what still waits."""
    last = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < last, kept(page, "outbox")
        page.wait_for_timeout(50)
