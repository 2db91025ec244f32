"""Several people, one phone: nobody sees what was kept for another, who leaves leaves nothing."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import update

from app.accounts.models import SignInSession
from app.shared import clock
from app.shared.database import db
from tests.support.kept import (
    everything_kept,
    pages_of,
    paths_by_cache,
    phone_with_pages,
    wait_for_worker,
    wait_until,
)
from tests.support.treasurer import sign_in

pytestmark = pytest.mark.browser
EXCUSE = "Tidak ada internet"
NO_PAGES = """async () => (await caches.keys()).every((name) => !name.startsWith('pages-'))"""
READER_IS = """async (uid) => (await (await caches.match('/catatan/pembaca'))?.text()) === uid"""


@pytest.fixture
def treasurer(live):
    return live.person("bendahara")


@pytest.fixture
def stranger(live):
    """Treasurer of another cooperative."""
    return live.person("bendahara2")


@pytest.fixture
def phone(live, open_browser):
    return open_browser(live)


@pytest.fixture
def page(live, phone, treasurer):
    """The treasurer's phone, with all that it should hold."""
    sign_in(phone.new_page(), "bendahara")
    return phone_with_pages(phone, live, treasurer)


def test_after_signing_out_nothing_of_the_person_is_on_the_phone(page, treasurer):
    words = [treasurer.name, "KSP Sumber Rejeki", "/k/laporan"]
    assert all(any(word in text for text in everything_kept(page).values()) for word in words)

    sign_out(page)
    wait_until(page, NO_PAGES)
    texts = everything_kept(page)
    assert not [url for url, text in texts.items() if any(word in text + url for word in words)]
    assert set(paths_by_cache(page)) == {"rules", *shells(page)}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    is_excused_without_signal(page, "/k/", "/k/laporan")


def test_signing_out_without_the_script_of_the_page_leaves_nothing_either(page):
    """The worker learns it from the page that follows, in whatever way one got there."""
    page.route("**/static/dist/offline*.js", lambda route: route.abort())
    page.goto("/keluar")
    page.get_by_role("button", name="Ya, keluar").click()
    expect(page).to_have_url(re.compile("/masuk"))

    wait_until(page, NO_PAGES)


def test_the_next_person_gets_their_own_pages_and_never_those_of_the_first(
    live, phone, page, treasurer, stranger
):
    """The first one's sign-in ran out, so nobody has signed out."""
    let_run_out(live, treasurer)
    sign_in(page, "bendahara2")
    other = phone_with_pages(phone, live, stranger)

    assert pages_of(other, treasurer) == []
    assert not [text for text in everything_kept(other).values() if treasurer.name in text]
    phone.set_offline(True)
    other.goto("/k/")
    expect(other.get_by_text(stranger.name).first).to_be_attached()
    expect(other.get_by_text(treasurer.name)).to_have_count(0)


def test_pages_come_back_with_their_person(live, phone, page, treasurer, stranger):
    sign_out(page)
    sign_in(page, "bendahara2")
    wait_until(page, READER_IS, str(stranger.user_id))
    sign_out(page)
    sign_in(page, "bendahara")
    again = phone_with_pages(phone, live, treasurer)

    assert pages_of(again, stranger) == []
    phone.set_offline(True)
    again.goto("/k/laporan")
    expect(again.get_by_text("salinan per")).to_be_visible()


def test_an_officer_of_the_dinas_finds_nothing_of_a_cooperative(live, page, treasurer):
    let_run_out(live, treasurer)
    sign_in(page, "staf")
    wait_until(page, NO_PAGES)

    assert pages_of(page, live.person("staf")) == []
    is_excused_without_signal(page, "/k/", "/d/")


def test_a_sign_in_that_ran_out_hides_nothing_from_its_person(live, page, treasurer):
    let_run_out(live, treasurer)
    page.goto("/k/")
    expect(page).to_have_url(re.compile("/masuk"))

    page.context.set_offline(True)
    page.goto("/k/laporan")
    expect(page.get_by_text("salinan per")).to_be_visible()


def test_a_phone_that_was_signed_out_from_elsewhere_lets_go_at_its_next_contact(
    live, page, treasurer
):
    end_everywhere(live, treasurer)
    page.goto("/k/laporan")
    expect(page).to_have_url(re.compile("/masuk"))

    wait_until(page, NO_PAGES)
    is_excused_without_signal(page, "/k/laporan")


def test_without_a_signal_pages_go_at_once_and_the_rest_when_there_is_one(page, treasurer):
    page.context.set_offline(True)
    page.goto("/keluar")
    page.get_by_role("button", name="Ya, keluar").click()
    expect(page.get_by_text("Halaman yang tersimpan sudah dihapus dari HP ini.")).to_be_visible()
    wait_until(page, NO_PAGES)

    page.context.set_offline(False)
    expect(page).to_have_url(re.compile("/masuk"), timeout=20_000)
    expect(page.get_by_text("Anda sudah keluar.")).to_be_visible()
    page.goto("/k/")
    expect(page).to_have_url(re.compile("/masuk"))


def test_on_a_shared_phone_no_page_is_kept(live, phone, treasurer):
    page = phone.new_page()
    page.goto("/masuk")
    page.get_by_label("Ini HP bersama").check()
    page.locator("#username").fill("bendahara")
    page.locator("#password").fill(treasurer.password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page).to_have_url(re.compile("/k/$"))
    wait_for_worker(page)
    page.goto("/k/laporan")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    wait_until(page, READER_IS, str(treasurer.user_id))
    page.goto("/k/")
    expect(page.get_by_role("link", name="Belum siap dipakai tanpa internet")).to_be_visible()

    assert pages_of(page, treasurer) == []
    is_excused_without_signal(page, "/k/laporan")


def sign_out(page: Page) -> None:
    page.goto("/keluar")
    page.get_by_role("button", name="Ya, keluar").click()
    expect(page).to_have_url(re.compile("/masuk"))


def let_run_out(live, person) -> None:
    """As if the phone had not been used for months."""
    change_sessions(live, person, seen_at=clock.now() - timedelta(days=90))


def end_everywhere(live, person) -> None:
    """As "Keluarkan" on another phone does."""
    change_sessions(live, person, ended_at=clock.now())


def change_sessions(live, person, **changes) -> None:
    with live.app.app_context():
        theirs = SignInSession.user_id == person.user_id
        db.session.execute(update(SignInSession).where(theirs).values(**changes))
        db.session.commit()


def shells(page: Page) -> list[str]:
    return [name for name in paths_by_cache(page) if name.startswith("shell-")]


def is_excused_without_signal(page: Page, *addresses: str) -> None:
    phone: BrowserContext = page.context
    phone.set_offline(True)
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(EXCUSE)
