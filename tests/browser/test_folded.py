"""Tables of the dinas on a phone: rows fold, and no number is cut or waits off the screen."""

import pytest
from sqlalchemy import select

from app.cooperatives.models import Cooperative
from app.shared.database import db
from tests.support.chromium import Opened
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
