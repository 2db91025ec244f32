"""Tables of the dinas on a phone: rows fold, and no number is cut or waits off the screen."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support.chromium import DESK, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser

OFF_SCREEN = """() => {
  const room = document.documentElement.clientWidth;
  return [...document.querySelectorAll('main :is(tbody, tfoot) :is(td, th)')]
    .filter(e => e.offsetWidth > 1 && e.getBoundingClientRect().right > room)
    .map(e => e.textContent.trim());
}"""


@pytest.mark.parametrize(
    "address",
    ["/d/", "/d/ringkasan", "/d/laporan", "/d/koperasi", "/d/koperasi/impor", "/statistik"],
)
def test_nothing_in_a_table_waits_off_the_screen(
    shared_live: Live, open_browser: Opened, address: str
) -> None:
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto(address)
    for fold in phone.locator("main details.ask").all():
        fold.evaluate("e => e.open = true")

    assert phone.evaluate(OFF_SCREEN) == []


def test_a_cooperatives_reports_are_told_whole(shared_live: Live, open_browser: Opened) -> None:
    with shared_live.app.app_context():
        one = db.session.scalars(select(Cooperative.id).order_by(Cooperative.id)).first()
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto(f"/d/koperasi/{one}")
    cells = phone.locator("section[aria-labelledby=terms] tbody tr").first.inner_text()

    assert phone.evaluate(OFF_SCREEN) == []
    assert "Batas kirim" in phone.evaluate(
        "getComputedStyle(document.querySelector('#terms ~ table td.full'), '::before').content"
    )
    assert "2026" in cells


def test_the_board_says_of_each_place_how_many_reported_and_how_many_did_not(
    shared_live: Live, open_browser: Opened
) -> None:
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto("/d/")
    row = phone.locator("section[aria-labelledby=places] tbody tr").first
    name, count = row.locator("th").bounding_box(), row.locator(".board__count").bounding_box()
    missing = row.locator(".board__missing")

    assert name
    assert count
    assert abs(name["y"] - count["y"]) < 20, "the count stands beside the name"
    assert missing.is_visible()
    assert row.bounding_box()["height"] < 110  # type: ignore[index]


def test_what_a_missing_report_has_not_is_not_told(shared_live: Live, open_browser: Opened) -> None:
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto("/d/laporan?periode=2026-T3&lapor=terlambat")
    row = phone.locator("#list tbody tr").first.inner_text()

    assert "Terlambat" in row
    assert "–" not in row
    assert "Aset" not in row


def test_how_far_a_grade_may_be_trusted_is_a_word_on_the_phone_too(
    shared_live: Live, open_browser: Opened
) -> None:
    phone = open_browser(shared_live, shared_live.person("staf")).new_page()
    phone.goto("/d/koperasi")
    word = phone.locator("#list .trust > span").first

    assert word.inner_text().strip()
    assert word.bounding_box()["width"] > 60  # type: ignore[index]


def test_at_the_desk_no_period_is_cut_and_older_ones_are_one_word_away(
    shared_live: Live, open_browser: Opened
) -> None:
    desk = open_browser(shared_live, shared_live.person("staf"), viewport=DESK).new_page()
    desk.goto("/d/")
    strip = desk.locator("nav[aria-label=Periode]")
    assert strip.evaluate("e => e.scrollWidth <= e.clientWidth")
    strip.get_by_text("Periode sebelumnya").click()
    strip.get_by_role("link", name="Triwulan II 2025").click()

    assert desk.get_by_role("heading", name="Laporan Triwulan II 2025").is_visible()
    expect(desk.locator(".strip [aria-current]")).to_have_text("Triwulan II 2025")


@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_the_edges_of_the_grades_can_be_read(
    shared_live: Live, open_browser: Opened, width: int
) -> None:
    size = {"width": width, "height": 740}
    page = open_browser(shared_live, shared_live.person("ketua"), viewport=size).new_page()
    page.goto("/k/kesehatan")
    drawn = page.locator(".range--big")
    scale = drawn.bounding_box()["width"] / 640  # type: ignore[index]
    size_of = "e => parseFloat(getComputedStyle(e).fontSize)"

    assert drawn.locator("text").first.evaluate(size_of) * scale >= 12
