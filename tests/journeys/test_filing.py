"""The main job from end to end: a treasurer reports on a phone, the dinas sees it at once."""

import re

import pytest
from playwright.sync_api import expect

from app.figures.kinds import BusinessKind, PeriodKind
from tests.support.chromium import DESK, Opened
from tests.support.live import Live
from tests.support.statements import figures_for
from tests.support.treasurer import fill_report, open_report, send_report, sign_in

pytestmark = pytest.mark.browser

QUARTER = figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY)


@pytest.mark.parametrize("script", ["with-script", "without-script"])
def test_a_treasurer_files_the_quarter_and_the_desk_sees_it(
    live: Live, open_browser: Opened, script: str
) -> None:
    phone = open_browser(live, java_script_enabled=script == "with-script").new_page()
    sign_in(phone, "bendahara")
    report = open_report(phone, "Triwulan")
    fill_report(phone, QUARTER)
    receipt = send_report(phone, report)
    expect(phone.get_by_text(receipt).first).to_be_visible()

    desk = open_browser(live, live.person("staf"), viewport=DESK).new_page()
    desk.goto(report.replace("/k/", "/d/"))
    expect(desk.get_by_text(receipt).first).to_be_visible()


def test_a_receipt_is_found_genuine_by_anybody(live: Live, open_browser: Opened) -> None:
    phone = open_browser(live, live.person("bendahara")).new_page()
    report = open_report(phone, "Triwulan")
    fill_report(phone, QUARTER)
    receipt = send_report(phone, report)
    said = phone.locator("main").inner_text().replace("-", "").replace(" ", "")
    found = re.search(r"\b[0-9A-HJKMNP-TV-Z]{12}\b", said)
    assert found, said
    stranger = open_browser(live).new_page()
    stranger.goto(f"/verifikasi/{found[0]}")
    expect(stranger.get_by_text(receipt).first).to_be_visible()


def test_the_back_button_after_sending_files_nothing_twice(
    live: Live, open_browser: Opened
) -> None:
    phone = open_browser(live, live.person("bendahara")).new_page()
    report = open_report(phone, "Triwulan")
    fill_report(phone, QUARTER)
    receipt = send_report(phone, report)
    phone.go_back()
    send = phone.get_by_role("button", name="Kirim laporan ke dinas")
    if send.count():
        send.click()
    phone.goto(f"{report}/bukti")
    expect(phone.get_by_text(receipt).first).to_be_visible()
