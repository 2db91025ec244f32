"""A phone that was last used with an older release keeps everything when the shape changes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RELEASED = sorted((Path(__file__).parent / "released").glob("v*.js"))
NAME = "ekoperasi"
ANOTHER_SHAPE = """([store, name, kind]) => import(store).then(async (phone) => {
  const renewed = { grown: (draft) => ({ ...draft, key: `${draft.uid} ${draft.path}` }),
                    losing: () => ({ key: 'the same for all' }),
                    failing: () => { throw new Error('this one cannot be read'); } };
  const step = async (db, tx) => {
    await phone.remake(db, tx, 'outbox', { keyPath: 'id' }, (item) => item);
    await phone.remake(db, tx, 'keys', { keyPath: 'uid' }, (key) => key);
    await phone.remake(db, tx, 'drafts', { keyPath: 'key' }, (draft) =>
      kind === 'losing' ? [renewed.losing(), { key: 'the same for all', other: 1 }]
                        : renewed[kind](draft));
  };
  const steps = [...phone.STEPS, step];
  const opened = await phone.open(steps, name).catch((fault) => fault);
  if (opened instanceof Error) return `refused: ${opened.message}`;
  const version = opened.version;
  opened.close();
  return version - phone.STEPS.length;
})"""
READ = """([name, store]) => new Promise((done) => {
  const asked = indexedDB.open(name);
  asked.onsuccess = async () => {
    const db = asked.result;
    const all = (store) => new Promise((got) => {
      const found = db.transaction(store).objectStore(store).getAll();
      found.onsuccess = () => got(found.result); });
    const [[draft], [item], [receipt], [key]] = await Promise.all(
      ['drafts', 'outbox', 'receipts', 'keys'].map(all));
    const decoder = new TextDecoder();
    const opened = async ({ sealed: { iv, data } }, place) => JSON.parse(decoder.decode(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv,
        additionalData: new TextEncoder().encode(place) }, key.open, data)));
    const told = [await opened(draft, 'drafts 7 /k/a'), await opened(item, `outbox 7 ${item.id}`),
                  await opened(receipt, 'receipts 7 /k/b'), item.tries];
    const keyPath = db.transaction('drafts').objectStore('drafts').keyPath;
    const stores = [...db.objectStoreNames];
    db.close();
    done({ told, keyPath, stores });
  };
})"""
WORDS = {"title": "Simpanan", "entries": [["savings_members", "text", "4.321.987"]]}
TOLD = [WORDS, WORDS, {"number": "LAP-2026-T3-0001"}, 2]
STORES = ["drafts", "keys", "meta", "outbox", "receipts"]
"""Of the first release; later ones have these and more."""
NOW = sorted([*STORES, "bytes", "files"])


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def phone(request, shared_live, open_browser) -> Page:
    """A phone as a release left it."""
    page = open_browser(shared_live).new_page()
    page.goto("/aksesibilitas")
    page.evaluate(request.param.read_text(), NAME)
    return page


def upgrade(page: Page, kind: str) -> object:
    with_store = asset_of(page)
    return page.evaluate(ANOTHER_SHAPE, [with_store, NAME, kind])


def asset_of(page: Page) -> str:
    name = page.request.get("/sw.js").text()
    start = name.index("/static/dist/store.")
    return name[start : name.index(".js", start) + 3]


def test_there_is_a_release_to_start_from() -> None:
    assert RELEASED


def test_today_reads_all_that_an_older_release_left(phone: Page) -> None:
    opened = phone.evaluate(
        "([store, name]) => import(store).then(async (it) => (await it.open()).close())",
        [asset_of(phone), NAME],
    )

    assert opened is None
    found = phone.evaluate(READ, [NAME, "drafts"])
    assert found["told"] == TOLD
    assert found["stores"] == NOW


def test_a_new_shape_holds_all_the_old_one_held(phone: Page) -> None:
    assert upgrade(phone, "grown") == 1

    found = phone.evaluate(READ, [NAME, "drafts"])
    assert found["keyPath"] == "key"
    assert found["told"] == TOLD
    assert found["stores"] == NOW


@pytest.mark.parametrize("kind", ["losing", "failing"])
def test_a_shape_that_would_lose_something_is_refused_and_the_old_one_stays(
    phone: Page, kind: str
) -> None:
    assert str(upgrade(phone, kind)).startswith("refused")

    found = phone.evaluate(READ, [NAME, "drafts"])
    assert found["keyPath"] == ["uid", "path"]
    assert found["told"] == TOLD
    assert found["stores"] == STORES
