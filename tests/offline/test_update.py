"""A new version comes while somebody works: nothing typed is lost, nothing kept is broken."""

import re

import pytest
from flask import abort, request
from playwright.sync_api import expect

from app.offline import shell
from tests.support import phone, stored
from tests.support.kept import pages_of, paths_by_cache, phone_with_pages, wait_until
from tests.support.treasurer import enter

pytestmark = pytest.mark.browser
NEXT = "abc123def456"
NEWS = "Versi baru tersedia."
ASK = "() => navigator.serviceWorker.getRegistration().then((one) => one.update())"
WAITS = "() => navigator.serviceWorker.getRegistration().then((one) => Boolean(one.waiting))"
WAITS_NO_MORE = """() => navigator.serviceWorker.getRegistration()
    .then((one) => !one.waiting && !one.installing && one.active.state === 'activated')"""
ONLY_NEXT = f"""async () => (await caches.keys()).every((name) =>
    !/^(shell|pages)-/.test(name) || name.includes('{NEXT}'))"""


@pytest.fixture
def treasurer(live):
    return live.person("bendahara")


@pytest.fixture
def page(live, open_browser, treasurer):
    yield phone_with_pages(open_browser(live, treasurer), live, treasurer)
    live.server.start()


def test_a_new_version_waits_until_it_is_asked_for_and_takes_all_pages_along(
    page, treasurer, monkeypatch
):
    before = pages_of(page, treasurer)
    update(page, monkeypatch)
    expect(page.get_by_text(NEWS)).to_be_visible()
    assert any(NEXT not in name for name in paths_by_cache(page) if name.startswith("shell-"))

    page.get_by_role("button", name="Muat ulang").click()
    wait_until(page, ONLY_NEXT)
    assert pages_of(page, treasurer) == before
    expect(page.get_by_text(NEWS)).to_be_hidden()
    page.context.set_offline(True)
    page.goto(next(path for path in before if path.endswith("/isi/simpanan")))
    is_dressed(page)


def test_an_update_that_takes_over_without_signal_leaves_every_old_page_whole(
    live, page, treasurer, monkeypatch
):
    """Its pages could not be fetched, and it does not bring the files of the old ones."""
    before = pages_of(page, treasurer)
    monkeypatch.setattr(shell, "KEPT", ("icons.svg",))
    refuse_what_is_fetched_unasked(live)
    update(page, monkeypatch)
    page.context.set_offline(True)
    page.get_by_role("button", name="Muat ulang").click()
    wait_until(page, WAITS_NO_MORE)

    assert pages_of(page, treasurer) == before
    page.goto(next(path for path in before if path.endswith("/isi/simpanan")))
    expect(page.get_by_text("salinan per")).to_be_visible()
    is_dressed(page)


def test_nobody_is_offered_a_new_version_over_what_is_not_saved(page, monkeypatch):
    page.goto("/akun")
    field = page.locator("main form[method=post] input[type=tel]").first
    before = field.input_value()
    field.fill("0812-0000-1111")
    update(page, monkeypatch)
    expect(page.get_by_text(NEWS)).to_be_hidden()

    field.fill(before)
    expect(page.get_by_text(NEWS)).to_be_visible(timeout=20_000)


def test_what_was_just_typed_outlives_the_new_version(page, treasurer, monkeypatch):
    form = next(path for path in pages_of(page, treasurer) if path.endswith("/isi/simpanan"))
    page.goto(form)
    update(page, monkeypatch)
    enter(page.locator("#savings_members"), "77.000.000")
    page.get_by_role("button", name="Muat ulang").click()
    wait_until(page, WAITS_NO_MORE)

    expect(page.locator("#savings_members")).to_have_value("77.000.000")
    expect(page.locator("#saved")).to_contain_text("Tersimpan di server", timeout=20_000)
    expect(page.get_by_text(NEWS)).to_be_hidden()


def test_what_waits_is_sent_by_the_new_version(live, page, treasurer, monkeypatch):
    """It took over while there was no signal, with a save in the outbox of the old one."""
    form = next(path for path in pages_of(page, treasurer) if path.endswith("/isi/simpanan"))
    page.goto(form)
    update(page, monkeypatch)
    page.context.set_offline(True)
    enter(page.locator("#savings_members"), "77.000.000")
    page.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(page).to_have_url(re.compile(r"/k/laporan/[0-9a-f-]+$"))
    page.get_by_role("button", name="Muat ulang").click()
    wait_until(page, WAITS_NO_MORE)
    assert [item["kind"] for item in phone.kept(page, "outbox")] == ["section"]

    page.context.set_offline(False)
    phone.until_nothing_waits(page)
    report = live.url + form.removesuffix("/isi/simpanan")
    assert stored.figures_at(live, report)["savings_members"] == 77_000_000


def update(page, monkeypatch) -> None:
    """The server is of the next build from here on, and the browser has noticed."""
    monkeypatch.setattr(shell, "build", lambda: NEXT)
    page.evaluate(ASK)
    wait_until(page, WAITS)


def refuse_what_is_fetched_unasked(live) -> None:
    refusing = live.app.before_request_funcs.setdefault(None, [])
    refusing.append(lambda: abort(503) if "X-Offline" in request.headers else None)


def is_dressed(page) -> None:
    expect(page.locator("#page-form")).to_be_visible()
    style = "getComputedStyle(document.querySelector('.btn')).borderRadius"
    assert page.evaluate(style) == "3px"
    assert page.evaluate("Boolean(customElements.get('auto-save'))")
