"""An uneven balance sheet is what the treasurer reads first, with both sides and ways there."""

import pytest

from app.shared.database import db
from tests.reports.conftest import address
from tests.support.page import words

SAID = (
    "Neraca belum seimbang. Jumlah aset Rp2.151.000.000, "
    "jumlah kewajiban dan ekuitas Rp2.150.000.000. Selisih Rp1.000.000."
)


@pytest.fixture
def uneven(full_draft):
    """A million too much in cash, a part that was copied, and one that is not a number yet."""
    full_draft.figures = {**full_draft.figures, "cash": 46_000_000}
    full_draft.copied = {"members_male": True}
    full_draft.unread = {"members_left": "lima"}
    db.session.commit()


def test_the_uneven_balance_comes_before_everything_else(browse, treasurer, annual, uneven):
    page = browse(treasurer).get(address(annual, "/periksa"))
    items = page.soup.select('section[aria-labelledby="wrong"] > .sheet > ul > li')

    assert len(items) == 3
    assert SAID in words(items[0])
    assert "Selisih Rp1.000.000" in words(items[0].select_one("dl"))


def test_each_side_leads_to_the_page_it_is_typed_on(browse, treasurer, annual, uneven):
    page = browse(treasurer).get(address(annual, "/periksa"))
    section = page.soup.select_one('section[aria-labelledby="wrong"] dl')
    ways = {words(link): link["href"] for link in section("a")}

    assert ways == {
        "Aset": address(annual, "/isi/kas-penempatan"),
        "Kewajiban": address(annual, "/isi/simpanan"),
        "Ekuitas": address(annual, "/isi/ekuitas"),
    }
    assert words(section).startswith("Aset Rp2.151.000.000 Kewajiban Rp1.380.000.000 Ekuitas")


def test_the_foot_of_a_page_shows_both_sides_and_the_difference(browse, treasurer, annual, uneven):
    page = browse(treasurer).get(address(annual, "/isi/kas-penempatan"))
    foot = page.soup.select_one("#page-balance a")

    assert words(foot) == (
        "Aset Rp2.151.000.000 Kewajiban + ekuitas Rp2.150.000.000 Selisih Rp1.000.000"
    )
    assert foot["href"] == address(annual, "/periksa")


def test_an_even_balance_is_said_in_one_line(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    foot = browser.get(address(annual, "/isi/kas-penempatan")).soup.select_one("#page-balance")

    assert words(foot) == "Aset Rp2,15 miliar Neraca seimbang"
    assert "Neraca seimbang" in browser.get(address(annual, "/periksa")).text
