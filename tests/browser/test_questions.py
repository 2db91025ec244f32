"""A figure that looks wrong is asked about at its field, once it has been left, in calm words."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support import stored
from tests.support.chromium import Opened
from tests.support.drafts import copied_draft, open_page, wait_for_the_rules
from tests.support.kept import wait_for_worker, wait_until
from tests.support.live import Live
from tests.support.looking import faults, too_wide_with_large_text
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser

REASON = "Tanah kantor lama dijual pada bulan Juni."
JUMP = "ten_times:bank_accounts"
LIES_ON_THE_PHONE = "() => !Object.keys(sessionStorage).some(key => key.startsWith('draft:'))"


@pytest.fixture
def phone(live: Live, open_browser: Opened) -> BrowserContext:
    return open_browser(live, live.person("bendahara"))


@pytest.fixture
def draft(phone: BrowserContext) -> Page:
    page = phone.new_page()
    open_page(page, copied_draft(page, "Laporan Tahun Buku"), "kas-penempatan")
    return page


def ten_times_as_much(page: Page) -> None:
    field = page.locator("#bank_accounts")
    field.fill(field.input_value().replace(".", "") + "0")


def question(page: Page) -> str:
    return page.locator("#bank_accounts-doubt .doubt__text").inner_text()


def test_nothing_is_asked_before_the_field_is_left(draft: Page) -> None:
    ten_times_as_much(draft)
    place = draft.locator("#bank_accounts-doubt")
    draft.wait_for_timeout(600)  # twice as long as it takes to ask
    expect(place).to_be_hidden()
    draft.locator("#bank_accounts").press("Enter")

    expect(draft.locator("#placements")).to_be_focused()
    expect(place).to_be_visible()
    assert question(draft).endswith("Salah ketik nol?")


def test_the_field_one_types_in_stays_where_it_is(draft: Page) -> None:
    ten_times_as_much(draft)
    draft.locator("#bank_accounts").press("Enter")
    place = "() => document.getElementById('placements').getBoundingClientRect().top"
    before = draft.evaluate(place)
    expect(draft.locator("#bank_accounts-doubt")).to_be_visible()
    assert abs(draft.evaluate(place) - before) < 2  # pixels


def test_the_words_and_the_reason_are_those_of_the_check_page(live: Live, draft: Page) -> None:
    report = draft.url.rpartition("/isi/")[0]
    ten_times_as_much(draft)
    draft.locator("#bank_accounts").press("Enter")
    draft.get_by_role("button", name=re.compile("^Sudah benar")).click()
    expect(draft.locator("#bank_accounts__reason")).to_be_focused()
    said = question(draft)
    draft.keyboard.type(REASON)
    draft.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(draft).not_to_have_url(re.compile("kas-penempatan"))
    assert stored.draft_at(live, report).explanations == {JUMP: REASON}

    draft.goto(f"{report}/periksa")
    asked = draft.locator(f'[id="{JUMP}-doubt"]')
    expect(asked).to_contain_text(said)
    expect(asked.locator("textarea")).to_have_value(REASON)


def test_who_mends_it_is_asked_no_more_and_nothing_is_kept(live: Live, draft: Page) -> None:
    report = draft.url.rpartition("/isi/")[0]
    right = draft.locator("#bank_accounts").input_value()
    ten_times_as_much(draft)
    draft.locator("#bank_accounts").press("Enter")
    draft.get_by_role("button", name=re.compile("^Saya perbaiki")).click()
    expect(draft.locator("#bank_accounts")).to_be_focused()
    draft.locator("#bank_accounts").fill(right)
    draft.locator("#bank_accounts").press("Enter")
    expect(draft.locator("#bank_accounts-doubt")).to_be_hidden()
    draft.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(draft).not_to_have_url(re.compile("kas-penempatan"))
    assert stored.draft_at(live, report).explanations == {}


def test_without_signal_it_is_asked_and_the_reason_is_put_back(
    phone: BrowserContext, draft: Page
) -> None:
    wait_for_worker(draft)
    open_page(draft, *draft.url.split("/isi/"))  # from here on the phone holds the page
    phone.set_offline(True)
    ten_times_as_much(draft)
    draft.locator("#bank_accounts").press("Enter")
    draft.get_by_role("button", name=re.compile("^Sudah benar")).click()
    draft.keyboard.type(REASON)
    wait_until(draft, LIES_ON_THE_PHONE)
    draft.reload()
    wait_for_the_rules(draft)

    expect(draft.locator("#bank_accounts__reason")).to_have_value(REASON)
    expect(draft.locator("#bank_accounts-doubt")).to_be_visible()
    assert question(draft).endswith("Salah ketik nol?")
    phone.set_offline(False)


def test_the_two_sides_are_held_against_each_other_at_once(
    phone: BrowserContext, draft: Page
) -> None:
    strip = draft.locator("#page-balance")
    expect(strip).to_contain_text("seimbang")
    phone.set_offline(True)
    amount = draft.locator("#cash").input_value()
    draft.locator("#cash").fill("0")
    expect(strip).to_contain_text("Selisih")
    expect(strip).to_contain_text(f"Rp{amount}")
    draft.locator("#bank_accounts").focus()
    helper = draft.locator("#live-difference")
    helper.get_by_text("Dari mana kira-kira selisihnya?").click()
    expect(helper).to_contain_text("Selisih sama dengan Kas periode lalu. Mungkin belum diisi.")
    draft.locator("#cash").fill(amount)
    draft.locator("#bank_accounts").focus()
    expect(strip).to_contain_text("seimbang")
    expect(helper).to_be_hidden()
    phone.set_offline(False)


def test_a_question_is_for_everyone(draft: Page) -> None:
    ten_times_as_much(draft)
    draft.locator("#bank_accounts").press("Enter")
    draft.get_by_role("button", name=re.compile("^Sudah benar")).click()
    assert not faults(draft, "#bank_accounts-doubt")
    assert not too_wide_with_large_text(draft, "#bank_accounts-doubt")


def test_what_is_wrong_is_said_only_on_saving(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_page(page, open_report(page, "Triwulan"), "kas-penempatan")
    page.locator("#cash").fill("12jt")
    page.locator("#bank_accounts").focus()
    page.wait_for_timeout(600)
    expect(page.locator(".doubt:visible, .wrong:visible")).to_have_count(0)
