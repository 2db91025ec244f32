"""The signal goes away in the middle: nothing typed is lost, nothing is sent twice."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Response, Route, expect

from app.figures.kinds import BusinessKind, PeriodKind
from tests.support import stored
from tests.support.chromium import PATIENCE, Opened
from tests.support.live import Live
from tests.support.statements import figures_for
from tests.support.treasurer import enter, explain, open_report, send_report

pytestmark = pytest.mark.browser

QUARTER = figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)
SAVINGS = {
    "savings_members": ("Rp1.250.000,-", 1_250_000),
    "savings_non_members": ("75 000 000", 75_000_000),
    "term_deposits_members": ("1,812,007,000", 1_812_007_000),
    "term_deposits_non_members": ("0", 0),
}
ARRIVED = {code: amount for code, (_typed, amount) in SAVINGS.items()}
NOT_SENT = "Belum terkirim. Periksa sinyal, lalu coba lagi."
NOT_SAVED = "Belum tersimpan"
SAVED = "Tersimpan di server"
PUT_BACK = "Isian yang belum terkirim sudah dikembalikan."
CHANGED = "Bagian ini diubah orang lain."
BROWSERS_OWN = re.compile("^chrome-error:")


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


@pytest.fixture
def filling(live: Live, open_browser: Opened) -> Iterator[Filling]:
    context = open_browser(live, live.person("bendahara"))
    page = context.new_page()
    report = open_report(page, "Triwulan")
    opened = Filling(live, context, page, report)
    page.goto(opened.address)
    yield opened
    live.server.start()


@pytest.fixture
def sending(filling: Filling) -> Filling:
    """The same treasurer with a whole report, on the page of sending, everything explained."""
    stored.write_draft(filling.live, filling.report, QUARTER)
    filling.page.goto(f"{filling.report}/periksa")
    explain(filling.page)
    filling.page.locator("#declared").check()
    return filling


def test_pressing_save_without_signal_keeps_the_page_and_saves_later(filling: Filling) -> None:
    filling.context.set_offline(offline=True)
    filling.type_savings()
    filling.press_save()

    filling.says(NOT_SENT)
    filling.badge_says(NOT_SAVED)
    assert filling.page.url == filling.address
    filling.holds_what_was_typed()
    assert filling.has_arrived() == {}

    filling.context.set_offline(offline=False)
    filling.badge_says(SAVED)
    expect(filling.page.get_by_text(NOT_SENT)).to_have_count(0)
    assert filling.has_arrived() == ARRIVED
    filling.press_save()
    expect(filling.page).to_have_url(f"{filling.report}/isi/utang")


def test_pressing_save_while_the_server_is_away_keeps_the_page(filling: Filling) -> None:
    with filling.live.server.away():
        filling.type_savings()
        filling.badge_says(NOT_SAVED)
        filling.press_save()
        filling.says(NOT_SENT)
        filling.badge_says(NOT_SAVED)
        assert filling.page.url == filling.address
        filling.holds_what_was_typed()

    filling.press_save()
    expect(filling.page).to_have_url(f"{filling.report}/isi/utang")
    assert filling.has_arrived() == ARRIVED


def test_what_was_pressed_into_the_void_comes_back_with_the_page(filling: Filling) -> None:
    """Nobody could know yet: the browser shows its own page, and the person flees from it."""
    with filling.before_it_saves_itself(), filling.live.server.away():
        filling.type_savings()
        filling.press_save()
        expect(filling.page).to_have_url(BROWSERS_OWN)

    filling.page.goto("/k/")
    with filling.page.expect_response(is_save):
        filling.page.goto(filling.address)
        filling.says(PUT_BACK)
        filling.holds_what_was_typed()
    assert filling.has_arrived() == ARRIVED
    filling.press_save()
    expect(filling.page).to_have_url(f"{filling.report}/isi/utang")
    assert filling.has_arrived() == ARRIVED


def test_a_save_whose_answer_was_lost_is_never_saved_over_what_came_after(
    filling: Filling, open_browser: Opened
) -> None:
    with filling.before_it_saves_itself(), filling.live.server.losing_answers():
        filling.type_savings()
        filling.press_save()
        expect(filling.page).to_have_url(BROWSERS_OWN)
    assert filling.has_arrived() == ARRIVED

    chair = open_browser(filling.live, filling.live.person("ketua")).new_page()
    chair.goto(filling.address)
    enter(chair.locator("#savings_members"), "999.000")
    chair.get_by_role("button", name="Simpan dan lanjut").last.click()
    expect(chair).to_have_url(f"{filling.report}/isi/utang")

    with filling.page.expect_response(is_save) as answered:
        filling.page.goto(filling.address)
    assert answered.value.status == 409
    filling.says(CHANGED)
    filling.holds_what_was_typed()
    assert filling.has_arrived() == {**ARRIVED, "savings_members": 999_000}


def test_a_late_answer_forgets_nothing_that_was_typed_since(filling: Filling) -> None:
    held: dict[bool, Route] = {}
    filling.page.route(
        filling.address, lambda route: held.update({is_by_itself(route.request): route})
    )
    with filling.page.expect_request(is_by_itself):
        enter(filling.page.locator("#savings_members"), "1")
    filling.type_savings()
    with filling.page.expect_request(lambda request: not is_by_itself(request)):
        filling.page.locator(".dock button").dispatch_event("click")
    with filling.page.expect_event("requestfinished"):
        held[True].continue_()
    held[False].abort()
    expect(filling.page).to_have_url(BROWSERS_OWN)

    filling.page.unroute_all()
    filling.page.goto(filling.address)
    filling.says(PUT_BACK)
    filling.holds_what_was_typed()


def test_sending_without_signal_sends_nothing_until_it_is_pressed_again(sending: Filling) -> None:
    sending.context.set_offline(offline=True)
    sending.press_send()
    sending.says(NOT_SENT)
    assert stored.versions_at(sending.live, sending.report) == []

    sending.context.set_offline(offline=False)
    sending.press_send()
    is_filed_once(sending)


def test_sending_to_a_server_that_is_away_files_nothing(sending: Filling) -> None:
    with sending.live.server.away():
        sending.press_send()
        expect(sending.page).to_have_url(BROWSERS_OWN)
    assert stored.versions_at(sending.live, sending.report) == []

    send_report(sending.page, sending.report)
    is_filed_once(sending)


def test_a_sending_whose_answer_was_lost_is_found_by_going_back(sending: Filling) -> None:
    with sending.live.server.losing_answers():
        sending.press_send()
        expect(sending.page).to_have_url(BROWSERS_OWN)
    assert len(stored.versions_at(sending.live, sending.report)) == 1

    sending.page.go_back()
    is_filed_once(sending)


def test_a_sending_whose_answer_was_lost_may_be_sent_again(sending: Filling) -> None:
    with sending.live.server.losing_answers():
        sending.press_send()
        expect(sending.page).to_have_url(BROWSERS_OWN)

    sending.page.reload()
    is_filed_once(sending)


def is_save(answer: Response) -> bool:
    return answer.request.method == "POST" and answer.url.endswith("/isi/simpanan")


def is_by_itself(request: Request) -> bool:
    """A save the person did not press for."""
    return "autosave=1" in str(request.post_data)


def is_filed_once(sending: Filling) -> None:
    expect(sending.page).to_have_url(f"{sending.report}/bukti")
    (filing,) = stored.versions_at(sending.live, sending.report)
    expect(sending.page.get_by_text(filing.receipt_number).first).to_be_visible()
    assert filing.figures == QUARTER
