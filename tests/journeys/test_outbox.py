"""What waits on the phone comes through whatever happens: once, in order, and nothing is lost."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from app.accounts.models import SignInSession
from app.shared import clock as app_clock
from app.shared.database import db
from tests.support import phone, stored
from tests.support.chromium import PATIENCE, Opened
from tests.support.filling import ARRIVED, QUARTER, Filling, declare, is_filed_once
from tests.support.kept import wait_until
from tests.support.treasurer import enter, open_report

pytestmark = pytest.mark.browser

CONNECTIONS = """() => { const open = IDBFactory.prototype.open; window.connections = [];
  IDBFactory.prototype.open = function (...named) {
    const asked = open.apply(this, named);
    asked.addEventListener('success', () => window.connections.push(asked.result));
    return asked; }; }"""
STORE_IS_HERE = """() => performance.getEntriesByType('resource').some(
  (each) => each.name.includes('/dist/store.') && each.responseEnd)"""
HOLD_THE_LINE = """() => { navigator.locks.request('ekop-flush',
  () => new Promise((done) => { window.release = done; })); }"""
SEND_WHAT_WAITS = """() => { import(document.body.dataset.store)
  .then((store) => store.drain({ waits: true })); }"""
PENDING_ARE = "(count) => navigator.locks.query().then(({ pending }) => pending.length >= count)"
WAITING_ARE = """(count) => import(document.body.dataset.store)
  .then(async (store) => (await store.itemsOf(await store.person())).length === count)"""
FULL = "Ruang penyimpanan HP penuh."


def press_unheard(filling: Filling) -> None:
    """Savings are pressed while the server is away, which it still is."""
    filling.live.server.stop()
    filling.type_savings()
    filling.press_save()
    filling.goes_on()


def end_sessions(filling: Filling) -> None:
    with filling.live.app.app_context():
        db.session.query(SignInSession).update({"ended_at": app_clock.now()})
        db.session.commit()


def fill_up(page: Page, origin: str) -> None:
    """No room is left on this phone, from before the first page."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})


def test_an_expired_session_keeps_everything_and_signing_in_sends_it(
    filling: Filling, open_browser: Opened
) -> None:
    press_unheard(filling)
    end_sessions(filling)
    filling.live.server.start()
    filling.page.goto("/antrean")
    said = filling.page.get_by_text("Sesi berakhir. Masuk lagi untuk mengirim yang menunggu.")
    expect(said).to_be_visible()
    assert len(phone.kept(filling.page, "outbox")) == 1

    (cookie,) = open_browser(filling.live, filling.live.person("bendahara")).cookies()
    filling.context.add_cookies([cookie])
    filling.page.goto("/k/")
    phone.until_nothing_waits(filling.page)
    assert filling.has_arrived() == ARRIVED


def test_a_report_that_is_refused_holds_up_no_other(filling: Filling) -> None:
    stored.write_draft(filling.live, filling.report, {})
    declare(filling)
    other = filling.seen_by(filling.context.new_page())
    annual = open_report(other.page, "Tahun")
    other.page.goto(f"{annual}/isi/simpanan")
    filling.live.server.stop()
    filling.press_send()
    expect(filling.page).to_have_url(f"{filling.live.url}/antrean")
    other.type_savings()
    other.press_save()
    expect(other.page).not_to_have_url(f"{annual}/isi/simpanan")
    filling.live.server.start()

    filling.page.reload()
    expect(filling.page.locator("[data-part=items] [data-state=wrong]:visible")).to_have_count(1)
    phone.until(lambda: len(phone.kept(filling.page, "outbox")) == 1, filling.page)
    (left,) = phone.kept(filling.page, "outbox")
    assert (left["kind"], left["state"], left["status"]) == ("report", "wrong", 422)
    assert stored.figures_at(filling.live, annual)["savings_members"] == 1_250_000
    assert stored.versions_at(filling.live, filling.report) == []


def test_sections_go_before_the_report_they_belong_to(sending: Filling) -> None:
    """The report was sent first, then a page of it was corrected, all without a signal."""
    page = sending.seen_by(sending.context.new_page())
    page.page.goto(sending.address)
    sending.live.server.stop()
    sending.press_send()
    expect(sending.page).to_have_url(f"{sending.live.url}/antrean")
    enter(page.page.locator("#savings_members"), str(QUARTER["savings_members"]))
    page.press_save()
    page.goes_on()
    assert [item["kind"] for item in phone.kept(page.page, "outbox")] == ["report", "section"]
    sending.live.server.start()

    sending.page.reload()
    phone.until_nothing_waits(sending.page)
    is_filed_once(sending)


def test_three_taps_in_two_tabs_are_one_report_and_one_receipt(sending: Filling) -> None:
    other = sending.seen_by(sending.context.new_page())
    declare(other)
    for tab in (sending, other):
        for _tap in range(3):
            tab.page.get_by_role("button", name="Kirim laporan ke dinas").dispatch_event("click")

    for tab in (sending, other):
        expect(tab.page).to_have_url(re.compile("/bukti$|/antrean$"), timeout=2 * PATIENCE)
    phone.until_nothing_waits(sending.page)
    is_filed_once(sending)
    assert len(phone.kept(sending.page, "receipts")) == 1


def test_what_another_tab_sent_first_still_leads_to_its_receipt(sending: Filling) -> None:
    other = sending.seen_by(sending.context.new_page())
    other.page.goto(sending.report)
    sending.page.evaluate(HOLD_THE_LINE)
    other.page.evaluate(SEND_WHAT_WAITS)
    wait_until(sending.page, PENDING_ARE, 1)
    sending.press_send()
    wait_until(sending.page, "() => navigator.locks.query().then(({ held }) => held.length > 1)")
    wait_until(other.page, WAITING_ARE, 1)
    sending.page.evaluate("() => window.release()")

    expect(sending.page).to_have_url(re.compile("/bukti$"), timeout=PATIENCE)
    is_filed_once(sending)
    assert len(phone.kept(sending.page, "receipts")) == 1


def test_a_tab_closed_while_it_sends_is_sent_once_by_the_next(sending: Filling) -> None:
    with sending.live.server.losing_answers():
        with sending.page.expect_request(lambda asked: asked.url.endswith("/kirim")):
            sending.press_send()
        sending.page.close()

    again = sending.seen_by(sending.context.new_page())
    again.page.goto("/antrean")
    phone.until_nothing_waits(again.page)
    number = is_filed_once(again)
    expect(again.page.get_by_text(number)).to_be_visible()


def test_a_full_phone_says_so_and_loses_nothing_on_the_page(
    filling: Filling, open_browser: Opened
) -> None:
    context = open_browser(filling.live, filling.live.person("bendahara"))
    filling = filling.seen_by(context.new_page())
    fill_up(filling.page, filling.live.url)
    filling.page.goto(filling.address)
    phone.until(lambda: filling.page.evaluate(STORE_IS_HERE), filling.page)
    with filling.live.server.away():
        filling.type_savings()
        filling.says(FULL)
        filling.press_save()
        filling.says("Belum terkirim. Periksa sinyal")
        assert filling.page.url == filling.address
        filling.holds_what_was_typed()

    filling.press_save()
    filling.goes_on()
    assert filling.has_arrived() == ARRIVED


def test_a_database_that_the_browser_closed_is_opened_again(filling: Filling) -> None:
    filling.page.add_init_script(f"({CONNECTIONS})()")
    filling.page.goto(filling.address)
    phone.until(lambda: filling.page.evaluate("connections.length > 0"), filling.page)
    filling.page.evaluate("connections.forEach((each) => each.close())")
    with filling.live.server.away():
        filling.type_savings()
        filling.press_save()
        filling.goes_on()

    filling.page.goto("/k/")
    phone.until_nothing_waits(filling.page)
    assert filling.has_arrived() == ARRIVED


@pytest.mark.parametrize("days", [-1, 7])
def test_a_phone_whose_clock_is_elsewhere_sends_what_waited(filling: Filling, days: int) -> None:
    """A day slow, or seven days without a signal."""
    press_unheard(filling)
    filling.page.clock.install(time=datetime.now(UTC) + timedelta(days=days))
    filling.live.server.start()

    filling.page.goto("/k/")
    filling.page.clock.run_for(2000)
    phone.until_nothing_waits(filling.page)
    assert filling.has_arrived() == ARRIVED
