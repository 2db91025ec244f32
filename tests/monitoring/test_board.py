"""The first page of the desk: what to do with half an hour, and who has reported."""

from datetime import date, datetime
from urllib.parse import unquote

import pytest

from app.accounts.roles import Role
from app.cooperatives.models import Officer
from app.reports.states import ReportState
from app.shared.clock import ZONE
from tests.support import factories
from tests.support.people import person

JATI, BAE = "33.19.03.2001", "33.19.07.2001"


def at(day, month):
    return datetime(2026, month, day, 9, tzinfo=ZONE)


def line(page, section, name):
    """The cells of one line of a board."""
    rows = page.soup.select(f"section[aria-labelledby={section}] tr")
    found = next(row for row in rows if row.th.get_text(strip=True) == name)
    return [cell.get_text(" ", strip=True).replace("\xa0", " ") for cell in found.select("td")]


def test_the_board_counts_each_district_and_each_group(browse, desk, app):
    for state in (ReportState.FILED, ReportState.RETURNED, None):
        owed = factories.obligation(factories.cooperative(village=JATI))
        if state:
            factories.filing(owed, state)
    factories.filing(factories.obligation(factories.cooperative(village=BAE, group_code="31")))
    page = browse(desk).get("/d/")

    assert line(page, "places", "Jati") == ["67 %", "2 / 3", "1", "1", "–"]
    assert line(page, "places", "Bae") == ["100 %", "1 / 1", "0", "0", "–"]
    assert line(page, "places", "Dawe") == ["tidak ada kewajiban", "0 / 0", "0", "0", "–"]
    assert line(page, "places", "Seluruhnya") == ["75 %", "3 / 4", "1", "1", ""]
    assert line(page, "groups", "Kopwan") == ["100 %", "1 / 1", "0", "0"]


def test_a_number_leads_to_the_list_that_holds_just_that_many(browse, desk, app):
    for number in range(3):
        owed = factories.obligation(factories.cooperative(f"KSP {number}", JATI))
        if number:
            factories.filing(owed)
    page = browse(desk).get("/d/")
    figs = {fig.select_one(".fig__what").get_text(): fig for fig in page.soup.select("a.fig")}

    assert {name: fig.select_one(".fig__n").get_text() for name, fig in figs.items()} == {
        "Belum lapor": "1",
        "Terlambat": "1",
        "Menunggu diperiksa": "2",
        "Perlu diperbaiki": "0",
        "Belum dinilai": "3",
    }
    for fig in figs.values():
        rows = browse(desk).get(fig["href"]).soup.select("tbody tr")
        assert str(len(rows)) == fig.select_one(".fig__n").get_text()


def test_a_report_is_late_the_day_after_it_was_due(browse, desk, app, clock):
    factories.obligation(factories.cooperative(village=JATI))

    clock(datetime(2026, 10, 15, 23, 59, tzinfo=ZONE))
    assert line(browse(desk).get("/d/"), "places", "Jati")[2:4] == ["1", "0"]
    clock(datetime(2026, 10, 16, 0, 1, tzinfo=ZONE))
    assert line(browse(desk).get("/d/"), "places", "Jati")[2:4] == ["1", "1"]


def test_half_an_hour_begins_with_the_report_that_waits_longest(browse, desk, app):
    old = factories.obligation(factories.cooperative("KSP Lama", JATI), quarter=2)
    factories.filing(old, filed_at=at(13, 11), doubts=2)
    factories.filing(factories.obligation(factories.cooperative()), filed_at=at(20, 11))
    late = factories.cooperative(village=BAE)
    for quarter in (1, 2, 3):
        factories.obligation(late, quarter=quarter)
    page = browse(desk).get("/d/")
    errands = [item.get_text(" ", strip=True) for item in page.soup.select(".half li")]

    assert page.link("Periksa laporan yang paling lama") == f"/d/laporan/{old.public_id}"
    assert "KSP Lama, sudah menunggu 10 hari" in errands[0]
    assert "Periksa 1 laporan tanpa kejanggalan" in errands[1]
    assert "Hubungi 1 koperasi yang terlambat dua periode" in errands[2]
    assert "1 di Bae" in errands[2]


def test_the_five_furthest_behind_are_called_with_number_and_words_begun(browse, desk, app):
    factories.agency()
    quarters = ((2025, 3), (2026, 1), (2026, 2), (2026, 3))
    for number in range(6):
        owner = factories.cooperative(f"KSP {number}", JATI, phone=f"+62812345678{number}0")
        for year, quarter in quarters[-2 - (number == 5) :]:
            factories.obligation(owner, year, quarter)
    chair = {"position": "Ketua", "name": "Hartono", "phone": "+62291431234"}
    factories.save(Officer(cooperative_id=owner.id, **chair))
    page = browse(desk).get(browse(desk).get("/d/").link("Hubungi 5 koperasi"))
    first, *others = page.soup.select("main ol.rows > li")
    chat = first.select_one("a[href^='https://wa.me/']")["href"]

    assert first.a.get_text() == "KSP 5"
    assert page.link("KSP 5") == f"/d/koperasi/{owner.id}"
    assert [row.a.get_text() for row in others] == ["KSP 0", "KSP 1", "KSP 2", "KSP 3"]
    assert page.link("0812-3456-7850") == "tel:+6281234567850"
    assert page.link("(0291) 431234") == "tel:+62291431234"
    assert len(first.select("a[href^='https://wa.me/']")) == 1, "a landline has no WhatsApp"
    assert chat.startswith("https://wa.me/6281234567850?text=")
    assert "Triwulan I 2026, Triwulan II 2026, Triwulan III 2026" in unquote(chat)
    assert page.link("Semua 6") == "/d/koperasi?lapor=terlambat-2"


def test_who_has_caught_up_or_left_no_number_is_told(browse, desk, app):
    empty = browse(desk).get("/d/hubungi").text
    silent = factories.cooperative("KSP Sunyi", JATI)
    for quarter in (2, 3):
        factories.obligation(silent, quarter=quarter)

    assert "Tidak ada yang terlambat dua periode" in empty
    assert "Nomor telepon belum dicatat" in browse(desk).get("/d/hubungi").text
    assert "KSP Sunyi" not in browse(person(Role.DESK, scope="33.18")).get("/d/hubungi").text


def test_a_desk_with_nothing_to_do_is_told_so(browse, desk, app):
    factories.filing(factories.obligation(factories.cooperative()), ReportState.ACCEPTED)

    assert "Tidak ada yang menunggu" in browse(desk).get("/d/").text


def test_gaps_of_more_than_a_year_ago_do_not_count_as_two_reports_behind(browse, desk, app):
    owner = factories.cooperative(first_period_end=date(2023, 3, 31))
    for quarter in (1, 2, 3):
        factories.obligation(owner, 2024, quarter)
    page = browse(desk).get("/d/")

    assert "Hubungi 1 koperasi" not in page.text


def test_an_older_period_can_be_chosen_and_compared(browse, desk, app):
    owner = factories.cooperative(village=JATI)
    factories.filing(factories.obligation(owner, quarter=2))
    factories.obligation(owner, quarter=1)
    page = browse(desk).get("/d/?periode=2026-T2")

    assert line(page, "places", "Jati")[:2] == ["100 %", "1 / 1"]
    assert "Garis tegak: Triwulan I 2026" in page.text.replace("\xa0", " ")
    assert page.soup.select_one("section[aria-labelledby=places] .bar .mark0") is not None


def test_before_anything_is_owed_the_board_says_what_to_do(browse, desk, app):
    assert "Belum ada yang wajib lapor" in browse(desk).get("/d/").text


def test_the_dinas_of_another_regency_counts_none_of_these(browse, app):
    factories.filing(factories.obligation(factories.cooperative()))
    page = browse(person(Role.DESK, scope="33.18")).get("/d/")

    assert "Belum ada yang wajib lapor" in page.text
    assert "Tidak ada yang menunggu" in page.text


def test_a_province_counts_by_regency(browse, app):
    factories.filing(factories.obligation(factories.cooperative()))
    page = browse(person(Role.DIVISION_HEAD, scope="33")).get("/d/")

    assert line(page, "places", "Kabupaten Kudus")[:2] == ["100 %", "1 / 1"]


@pytest.mark.parametrize("face", ["observer", "administrator"])
def test_whoever_may_not_read_the_board_is_refused(browse, request, face):
    assert browse(request.getfixturevalue(face)).get("/d/").status == 403


def test_the_inspector_finds_own_districts_with_a_reason_each(browse, inspector, app):
    late = factories.cooperative("KSP Lambat", JATI)
    factories.obligation(late)
    factories.assessment(late)
    good = factories.cooperative("KSP Baik", JATI)
    factories.filing(factories.obligation(good), ReportState.ACCEPTED)
    factories.assessment(good)
    sick = factories.cooperative("KSP Sakit", JATI)
    factories.assessment(sick, grade="under_special_supervision", total=4000)
    factories.cooperative("KSP Baru", JATI)
    factories.obligation(factories.cooperative("KSP Jauh", BAE))
    page = browse(inspector).get("/p/")
    told = {
        row.th.a.get_text(): row.get_text(" ", strip=True)
        for row in page.soup.select("#list tbody tr")
    }

    assert list(told) == ["KSP Sakit", "KSP Lambat", "KSP Baru"]
    assert "Dalam Pengawasan Khusus" in told["KSP Sakit"]
    assert "1 laporan terlambat" in told["KSP Lambat"]
    assert "Belum pernah dinilai lengkap" in told["KSP Baru"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("sebab=terlambat", ["KSP Lambat"]),
        ("sebab=belum-dinilai", ["KSP Baru"]),
        ("sebab=perbaiki", []),
        ("kecamatan=33.19.03", ["KSP Lambat"]),
        ("kecamatan=33.19.07", []),
    ],
)
def test_the_inspector_filters_by_reason_and_district(browse, inspector, app, query, names):
    late = factories.cooperative("KSP Lambat", JATI)
    factories.obligation(late)
    factories.assessment(late)
    factories.cooperative("KSP Baru", "33.19.02.2001")
    page = browse(inspector).get(f"/p/?{query}")

    assert [link.get_text() for link in page.soup.select("#list tbody th a")] == names
