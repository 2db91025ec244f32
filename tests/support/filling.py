"""A treasurer in the middle of a report: on the page of savings, or on that of sending."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.figures.kinds import BusinessKind, PeriodKind
from tests.support import phone, stored
from tests.support.chromium import PATIENCE, Opened
from tests.support.live import Live
from tests.support.statements import figures_for
from tests.support.treasurer import enter, explain, open_report

QUARTER = figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)
SAVINGS = {
    "savings_members": ("Rp1.250.000,-", 1_250_000),
    "savings_non_members": ("75 000 000", 75_000_000),
    "term_deposits_members": ("1,812,007,000", 1_812_007_000),
    "term_deposits_non_members": ("0", 0),
}
ARRIVED = {code: amount for code, (_typed, amount) in SAVINGS.items()}


@dataclass(frozen=True)
class Filling:
    """A treasurer on the page of savings, with the report's address."""

    live: Live
    context: BrowserContext
    page: Page
    report: str

    @property
    def address(self) -> str:
        return f"{self.report}/isi/simpanan"

    def type_savings(self) -> None:
        for code, (typed, _amount) in SAVINGS.items():
            enter(self.page.locator(f"#{code}"), typed)

    def press_save(self) -> None:
        self.page.get_by_role("button", name="Simpan dan lanjut").last.click()

    def press_send(self) -> None:
        self.page.get_by_role("button", name="Kirim laporan ke dinas").click()

    def goes_on(self) -> None:
        """To the page after savings, whether it can be had or not."""
        expect(self.page).to_have_url(f"{self.report}/isi/utang", timeout=PATIENCE)

    def holds_what_was_typed(self) -> None:
        for code, amount in ARRIVED.items():
            shown = self.page.locator(f"#{code}").input_value()
            assert re.sub(r"\D", "", shown) == str(amount), (code, shown)

    def says(self, sentence: str) -> None:
        expect(self.page.locator("#notices").get_by_text(sentence)).to_be_visible()

    def badge_says(self, words: str) -> None:
        expect(self.page.locator("#saved")).to_contain_text(words, timeout=PATIENCE)

    @contextmanager
    def before_it_saves_itself(self) -> Iterator[None]:
        """Time stands still on the page, so that only the person sends."""
        self.page.clock.install()
        self.page.goto(self.address)
        self.page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
        yield
        self.page.clock.resume()

    def has_arrived(self) -> dict[str, int]:
        figures = stored.figures_at(self.live, self.report)
        return {code: figures[code] for code in SAVINGS if code in figures}

    def seen_by(self, page: Page) -> "Filling":
        """The same report on another page."""
        return replace(self, page=page)

    def at_home(self) -> "Filling":
        """In another tab: this one may just be fetching itself anew."""
        other = self.seen_by(self.context.new_page())
        other.page.goto("/k/")
        return other

    def saves_otherwise(self) -> None:
        """The same page of it is filled in, with other savings of members."""
        self.page.goto(self.address)
        self.type_savings()
        enter(self.page.locator("#savings_members"), "999.000")
        self.press_save()
        self.goes_on()


@pytest.fixture
def filling(live: Live, open_browser: Opened) -> Iterator[Filling]:
    context = open_browser(live, live.person("bendahara"))
    page = context.new_page()
    report = open_report(page, "Triwulan")
    opened = Filling(live, context, page, report)
    page.goto(opened.address)
    phone.until_the_worker_stands(page)
    yield opened
    live.server.start()


@pytest.fixture
def sending(filling: Filling) -> Filling:
    """The same treasurer with a whole report, on the page of sending, everything explained."""
    stored.write_draft(filling.live, filling.report, QUARTER)
    declare(filling)
    return filling


def declare(filling: Filling) -> None:
    filling.page.goto(f"{filling.report}/periksa")
    explain(filling.page)
    filling.page.locator("#declared").check()


def is_filed_once(sending: Filling) -> str:
    """One version with what was filled in; gives its receipt number."""
    (filing,) = stored.versions_at(sending.live, sending.report)
    assert filing.figures == QUARTER
    number: str = filing.receipt_number
    return number
