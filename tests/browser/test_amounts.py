"""One sentence at a field while one types: what may have been meant, never two in two colours."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import Opened
from tests.support.live import Live
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser


@pytest.fixture
def cash_page(live: Live, open_browser: Opened) -> Page:
    phone = open_browser(live, live.person("bendahara")).new_page()
    phone.goto(f"{open_report(phone, 'Triwulan')}/isi/kas-penempatan")
    return phone


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12jt", "Kas hanya boleh angka. Maksud Anda 12.000.000?"),
        ("86.40", "Maksud Anda 8.640 atau 86.400.000?"),
        ("-500", "Jangan pakai tanda minus, tulis angkanya saja."),
    ],
)
def test_a_hint_says_what_may_have_been_meant(cash_page: Page, typed: str, said: str) -> None:
    cash_page.locator("#cash").fill(typed)
    cash_page.locator("#bank_accounts").focus()
    expect(cash_page.locator("#cash-echo")).to_contain_text(said)


def test_a_field_that_may_lose_says_how(cash_page: Page) -> None:
    cash_page.goto(cash_page.url.replace("kas-penempatan", "ekuitas"))
    cash_page.locator("#retained_surplus").fill("-500")
    cash_page.locator("#principal_savings").focus()
    expect(cash_page.locator("#retained_surplus-echo")).to_contain_text('pilih "Rugi"')


def test_the_red_sentence_is_the_only_one_and_goes_when_mended(cash_page: Page) -> None:
    cash_page.locator("#cash").fill("12jt")
    cash_page.get_by_role("button", name="Simpan dan lanjut").last.click()
    red = cash_page.locator("#cash-wrong")
    expect(red).to_contain_text("Maksud Anda 12.000.000?")
    cash_page.locator("#cash").fill("13jt")
    cash_page.locator("#bank_accounts").focus()

    expect(red).to_contain_text("Maksud Anda 13.000.000?")
    expect(cash_page.locator("#cash-echo")).to_have_text("")
    cash_page.locator("#cash").fill("13000000")
    cash_page.locator("#bank_accounts").focus()
    expect(red).to_have_count(0)
    expect(cash_page.locator("#cash-echo")).to_have_text("= 13 juta")
    expect(cash_page.locator("#cash-echo")).to_have_class("money__echo")
