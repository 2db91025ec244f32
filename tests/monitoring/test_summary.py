"""One page for those who lead, and for those who may see no cooperative at all."""

import re
from datetime import date

import pytest

from app.reports.states import ReportState
from tests.support import factories

DISTRICTS = [f"33.19.0{number}" for number in range(1, 10)]


@pytest.fixture
def regency(app):
    """Four cooperatives in each district; the first of each has not reported this quarter."""
    found = []
    for district in DISTRICTS:
        for number in range(4):
            owner = factories.cooperative(f"Koperasi {district} {number}", f"{district}.2001")
            factories.filing(factories.obligation(owner, quarter=2), ReportState.ACCEPTED)
            owed = factories.obligation(owner)
            if number:
                factories.filing(owed, total_assets=1_000_000_000, members_total=100)
            found.append(owner)
    return found


def plain(page):
    return page.text.replace("\xa0", " ")


def test_the_head_reads_how_reporting_changed_and_where_it_lags(browse, agency_head, regency):
    text = plain(browse(agency_head).get("/d/ringkasan"))

    assert "Kepatuhan lapor turun dari 100 % pada Triwulan II 2026 menjadi 75 %" in text
    assert "2 dari 9 koperasi yang belum lapor ada di sana" in text
    assert "turun 25 poin dari Triwulan II 2026" in text


def test_every_total_says_how_many_cooperatives_it_covers(browse, agency_head, regency):
    text = plain(browse(agency_head).get("/d/ringkasan"))

    assert "27,00 Aset, miliar rupiah dari 27 koperasi yang lapor" in text
    assert "2.700 Anggota, orang dari 27 koperasi yang lapor" in text
    assert "27 dari 36 koperasi" in text


def test_nine_bricks_lead_the_head_to_the_reports_of_each_district(browse, agency_head, regency):
    bricks = browse(agency_head).get("/d/ringkasan").soup.select("svg.tiles a")

    assert len(bricks) == 9
    assert {re.search(r"kecamatan=([\d.]+)", brick["href"])[1] for brick in bricks} == set(
        DISTRICTS
    )


def test_an_observer_sees_no_cooperative_and_no_way_to_one(browse, observer, regency):
    factories.assessment(regency[0])
    page = browse(observer).get("/d/ringkasan")

    assert not any(owner.name in page.html for owner in regency)
    assert not re.search(r'href="[^"]*/(d/koperasi|d/laporan|d/kesehatan)', page.html)
    assert "Keadaan koperasi Kabupaten Kudus" in page.h1
    assert len(page.soup.select("svg.tiles g")) == 9


@pytest.mark.parametrize("path", ["/d/", "/d/koperasi", "/d/laporan", "/p/"])
def test_an_observer_gets_nowhere_else(browse, observer, regency, path):
    assert browse(observer).get(path).status == 403


def test_an_observer_gets_no_page_of_a_cooperative(browse, observer, regency):
    assert browse(observer).get(f"/d/koperasi/{regency[0].id}").status == 403


def test_an_observer_reads_no_figure_of_fewer_than_three(browse, observer, agency_head, app):
    for number in range(5):
        village = "33.19.03.2001" if number else "33.19.07.2001"
        owner = factories.cooperative(village=village)
        owed = factories.obligation(owner)
        if number > 2:
            factories.filing(owed, total_assets=123_000_000)
        factories.assessment(owner, grade="healthy" if number else "under_supervision")
    observed = browse(observer).get("/d/ringkasan")
    led = browse(agency_head).get("/d/ringkasan")

    assert "laporan terlalu sedikit" in observed.text
    assert "246" not in observed.text
    assert "246" in led.text
    rows = [row.get_text(" ", strip=True) for row in observed.soup.select("tbody th")]
    assert "Kecamatan lain" in rows
    assert "Bae" not in rows
    counts = [int(count.get_text()) for count in observed.soup.select(".grades b")]
    assert counts == [5, 0]


def test_before_any_report_there_is_a_sentence_instead_of_noughts(browse, agency_head, app):
    assert "Belum ada data untuk" in browse(agency_head).get("/d/ringkasan").text


def test_the_same_quarter_of_three_years_stands_side_by_side(browse, agency_head, app):
    owner = factories.cooperative(first_period_end=date(2023, 3, 31))
    factories.filing(factories.obligation(owner, 2025, 0), total_assets=1_000_000_000)
    for year in (2024, 2026):
        factories.filing(factories.obligation(owner, year, 3), total_assets=year * 1_000_000)
    page = browse(agency_head).get("/d/ringkasan")
    rows = page.soup.select("section[aria-labelledby=years] table")[0].select("tr")

    told = [row.get_text(" ", strip=True).replace("\xa0", " ") for row in rows[1:]]
    assert told == [
        "Triwulan III 2024, 1 koperasi 2,02",
        "Triwulan III 2025 tidak ada angka",
        "Triwulan III 2026, 1 koperasi 2,03",
    ]
    drawn = page.soup.select_one("section[aria-labelledby=years] svg")
    assert [year.get_text() for year in drawn.select("text.yr")] == ["2024", "2025", "2026"]
