"""A phone without a signal opens what its person needs, as it was."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support import stored
from tests.support.kept import everything_kept, pages_of, phone_with_pages, wait_until
from tests.support.treasurer import enter

pytestmark = pytest.mark.browser
COPY = re.compile(r"Anda melihat salinan per \d+ \w+, \d\d\.\d\d")
EXCUSE = "Tidak ada internet"
RENEWED = """async ([path, words]) => { for (const name of await caches.keys()) {
    const kept = name.startsWith('pages-') && await caches.match(path, {cacheName: name});
    if (kept && (await kept.text()).includes(words)) return true; } return false; }"""


@pytest.fixture
def treasurer(live):
    return live.person("bendahara")


@pytest.fixture
def page(live, open_browser, treasurer):
    """The home of a treasurer who only signed in; all else came by itself."""
    yield phone_with_pages(open_browser(live, treasurer), live, treasurer)
    live.server.start()


def test_a_report_is_opened_without_signal_from_home_to_its_fields(page):
    page.context.set_offline(True)
    page.goto("/k/")
    expect(page.get_by_text(COPY)).to_be_visible()
    page.get_by_role("link", name="Laporan", exact=True).first.click()
    page.get_by_role("link", name=re.compile("Triwulan")).first.click()
    expect(page.get_by_text(COPY)).to_be_visible()
    page.locator("main a[href*='/isi/']").first.click()

    expect(page.get_by_text(COPY)).to_be_visible()
    expect(page.locator("#page-form input[inputmode=numeric]").first).to_be_editable()
    is_dressed(page)


def test_the_application_opens_by_its_door_without_signal(page):
    page.context.set_offline(True)
    page.goto("/masuk")

    expect(page).to_have_url(re.compile("/k/$"))
    expect(page.get_by_text(COPY)).to_be_visible()


def test_with_a_signal_the_page_itself_comes_and_says_nothing_of_copies(page):
    page.goto("/k/laporan")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("salinan per")).to_be_hidden()


def test_a_server_that_is_away_is_no_reason_to_show_nothing(live, page):
    with live.server.away():
        page.goto("/k/laporan")
        expect(page.get_by_text(COPY)).to_be_visible()


def test_a_server_that_takes_too_long_is_not_waited_for(live, page):
    with live.server.holding():
        page.goto("/k/laporan")
        expect(page.get_by_text(COPY)).to_be_visible()


def test_what_was_never_kept_is_excused(page):
    page.context.set_offline(True)
    page.goto("/akun")

    expect(page.get_by_role("heading", level=1)).to_have_text(EXCUSE)


def test_no_copy_holds_a_token_or_what_was_said_once(live, page):
    texts = everything_kept(page)
    forms = [text for text in texts.values() if 'name="csrf_token"' in text]

    assert forms
    assert not [text for text in texts.values() if re.search(r'csrf_token" value="[^"]', text)]
    assert not [text for text in texts.values() if "<!--once-->" in text]
    assert not [text for text in texts.values() if "set-cookie" in text.lower()]


def test_the_copy_of_a_page_one_has_saved_holds_what_was_saved(page, treasurer):
    address = form_address(page, treasurer)
    page.goto(address)
    enter(page.locator("#savings_members"), "123.456.789")
    save(page)
    wait_until(page, RENEWED, [address, 'value="123.456.789"'])

    page.context.set_offline(True)
    page.goto(address)
    expect(page.locator("#savings_members")).to_have_value("123.456.789")


def test_the_copy_of_a_page_that_saved_itself_is_renewed_when_it_is_put_away(page, treasurer):
    address = form_address(page, treasurer)
    page.goto(address)
    enter(page.locator("#savings_members"), "987.654.321")
    expect(page.locator("#saved")).to_contain_text("Tersimpan di server")
    put_away(page)

    wait_until(page, RENEWED, [address, 'value="987.654.321"'])


def test_a_copy_becomes_the_page_again_by_itself_when_the_signal_is_back(live, page):
    page.context.set_offline(True)
    page.goto("/k/laporan")
    expect(page.get_by_text(COPY)).to_be_visible()

    page.context.set_offline(False)
    expect(page.get_by_text("salinan per")).to_be_hidden(timeout=20_000)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_was_typed_on_a_copy_stays_and_is_sent_when_the_signal_is_back(page, treasurer):
    address = form_address(page, treasurer)
    page.context.set_offline(True)
    page.goto(address)
    enter(page.locator("#savings_members"), "55.000.000")
    expect(page.locator("#saved")).to_contain_text("Tersimpan di HP")

    page.context.set_offline(False)
    expect(page.get_by_text("salinan per")).to_be_hidden(timeout=20_000)
    expect(page.locator("#savings_members")).to_have_value("55.000.000")
    expect(page.locator("#saved")).to_contain_text("Tersimpan di server", timeout=20_000)
    save(page)


def test_what_the_worker_sends_with_no_page_open_is_what_its_copy_shows_next(live, page, treasurer):
    address = form_address(page, treasurer)
    phone = page.context
    phone.set_offline(True)
    page.goto(address)
    enter(page.locator("#savings_members"), "31.415.926")
    save(page)
    worker = phone.service_workers[0]
    signal_comes_back = background_sync(live, page)
    page.goto("about:blank")
    assert not worker.evaluate(RENEWED, [address, 'value="31.415.926"'])

    phone.set_offline(False)
    signal_comes_back()
    wait_until(worker, RENEWED, [address, 'value="31.415.926"'])
    assert stored.figures_at(live, address)["savings_members"] == 31_415_926


def form_address(page: Page, treasurer) -> str:
    """The page of savings of a report that waits."""
    return next(path for path in pages_of(page, treasurer) if path.endswith("/isi/simpanan"))


def save(page: Page) -> None:
    """With the button that asks for nothing else on the page; it leads to the tasks."""
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(page).to_have_url(re.compile(r"/k/laporan/[0-9a-f-]{36}$"))


def is_dressed(page: Page) -> None:
    """The page has its style and its script, though nothing can be fetched."""
    style = "getComputedStyle(document.querySelector('.btn')).borderRadius"
    assert page.evaluate(style) == "3px"
    assert page.evaluate("Boolean(customElements.get('auto-save'))")


def background_sync(live, page: Page):
    """What wakes the worker as Chromium does in its own time, which may be minutes."""
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(each["registrationId"] for each in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    wait_until(page, "() => true")  # lets what it tells come in
    woken = {"origin": live.url, "tag": "ekop-outbox", "lastChance": False}
    return lambda: session.send(
        "ServiceWorker.dispatchSyncEvent", {**woken, "registrationId": found[0]}
    )


def put_away(page: Page) -> None:
    """As when another application comes to the front; a headless browser is always looked at."""
    page.evaluate("""() => {
        Object.defineProperty(document, 'hidden', {value: true, configurable: true});
        document.dispatchEvent(new Event('visibilitychange')); }""")
