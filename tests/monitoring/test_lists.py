"""The lists of the dinas: who stands in them, what filters do, whose rows they are."""

from datetime import datetime

import pytest
from sqlalchemy import event

from app.accounts.roles import Role
from app.cooperatives.kinds import Status
from app.obligations.states import ObligationState
from app.reports.states import ReportState
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support import factories
from tests.support.people import person

NONSENSE = "kuk=9&jenis=x&lapor=y&predikat=z&keadaan=w&urut=v&periode=u&hal=-3&per=7"
KOTA, JATI, BAE = "33.19.02.2001", "33.19.03.2001", "33.19.07.2001"


def at(day, month):
    return datetime(2026, month, day, 9, tzinfo=ZONE)


def names(page):
    return [row.get_text(" ", strip=True) for row in page.soup.select("tbody th a")]


@pytest.fixture
def register(app):
    """Four cooperatives that stand differently with the third quarter of 2026."""
    sent = factories.cooperative("KSP Angkasa", KOTA, business_class=2)
    factories.filing(factories.obligation(sent), ReportState.ACCEPTED)
    factories.assessment(sent)
    waiting = factories.cooperative("KSP Bunga", JATI, group_code="31")
    factories.filing(factories.obligation(waiting), surplus_after_tax=-5_000_000)
    factories.assessment(waiting, grade="under_supervision", total=5400, lowest=5400, highest=5400)
    late = factories.cooperative("KSP Cengkeh", BAE, group_code="01", business_type="producer")
    factories.obligation(late)
    factories.obligation(late, quarter=2)
    gone = factories.cooperative("KSP Delima", KOTA, group_code="16", status=Status.DISSOLVED)
    return {"sent": sent, "waiting": waiting, "late": late, "gone": gone}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
        ("keadaan=semua", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh", "KSP Delima"]),
        ("keadaan=dissolved", ["KSP Delima"]),
        ("kecamatan=33.19.03", ["KSP Bunga"]),
        ("jenis=producer", ["KSP Cengkeh"]),
        ("kelompok=31", ["KSP Bunga"]),
        ("kuk=2", ["KSP Angkasa"]),
        ("lapor=belum", ["KSP Cengkeh"]),
        ("lapor=terlambat", ["KSP Cengkeh"]),
        ("lapor=terlambat-2", ["KSP Cengkeh"]),
        ("lapor=menunggu", ["KSP Bunga"]),
        ("lapor=diterima", ["KSP Angkasa"]),
        ("lapor=diterima&periode=2026-T2", []),
        ("predikat=healthy", ["KSP Angkasa"]),
        ("predikat=pengawasan", ["KSP Bunga"]),
        ("predikat=belum-dinilai", ["KSP Cengkeh"]),
        ("rugi=ya", ["KSP Bunga"]),
        ("q=bung", ["KSP Bunga"]),
        ("q=KSP  b", ["KSP Bunga"]),
        ("q=unga", []),
        ("q=%25", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
        ("urut=-nama", ["KSP Cengkeh", "KSP Bunga", "KSP Angkasa"]),
        ("urut=-predikat", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
        ("urut=predikat", ["KSP Bunga", "KSP Angkasa", "KSP Cengkeh"]),
        (NONSENSE, ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
    ],
)  # fmt: skip
def test_each_filter_shows_what_it_says_and_its_count(browse, desk, register, query, shown):
    page = browse(desk).get(f"/d/koperasi?{query}")

    assert names(page) == shown
    assert f"{len(shown)} koperasi" in page.text


def test_a_registry_number_finds_its_cooperative_by_its_beginning(browse, desk, register):
    number = register["waiting"].registry_number

    assert names(browse(desk).get(f"/d/koperasi?q={number}")) == ["KSP Bunga"]
    assert len(names(browse(desk).get(f"/d/koperasi?q={number[:5]}"))) == 3


def test_the_search_answers_htmx_with_the_list_alone_and_the_same_rows(browse, desk, register):
    whole = browse(desk).get("/d/koperasi?q=bunga")
    piece = browse(desk).get("/d/koperasi?q=bunga", htmx=True)

    assert piece.is_fragment
    assert piece.soup.find(id="list") is not None
    assert names(piece) == names(whole) == ["KSP Bunga"]


def test_a_chosen_filter_can_be_taken_away_and_the_others_stay(browse, desk, register):
    page = browse(desk).get("/d/koperasi?kecamatan=33.19.03&kuk=4")
    link = page.link("Kecamatan: Jati")

    assert "kecamatan" not in link
    assert "kuk=4" in link
    assert "Tidak ada koperasi yang cocok" in page.text


def test_a_row_says_how_the_report_stands_and_how_far_the_grade_may_be_trusted(
    browse, desk, register
):
    rows = browse(desk).get("/d/koperasi").soup.select("tbody tr")
    told = {row.th.a.get_text(): row.get_text(" ", strip=True) for row in rows}

    assert "Sehat" in told["KSP Angkasa"]
    assert "Dikunjungi pengawas, 2025" in told["KSP Angkasa"]
    assert "Menunggu diperiksa" in told["KSP Bunga"]
    assert "Terlambat" in told["KSP Cengkeh"]
    assert "Belum dinilai" in told["KSP Cengkeh"]


def test_a_newer_score_that_is_not_complete_does_not_hide_the_last_full_one(browse, desk, app):
    owner = factories.cooperative("KSP Angkasa", KOTA)
    factories.assessment(owner, 2024)
    incomplete = {"total": None, "grade": None, "is_complete": False}
    factories.assessment(owner, 2025, lowest=4000, highest=9010, **incomplete)
    young = factories.cooperative("KSP Bintang", KOTA)
    factories.assessment(young, 2025, lowest=4000, highest=9010, **incomplete)
    text = browse(desk).get("/d/koperasi").text

    assert "Sehat Dikunjungi pengawas, 2024" in text
    assert "Rentang 40–91" in text


def test_the_dinas_of_another_regency_sees_none_of_these(browse, register):
    elsewhere = person(Role.DESK, scope="33.18")
    page = browse(elsewhere).get("/d/koperasi?keadaan=semua")

    assert names(page) == []
    assert names(browse(elsewhere).get("/d/laporan?periode=semua")) == []


@pytest.mark.parametrize(("scope", "count"), [("33", 3), ("", 3), ("33.19.02", 1), ("33.1", 0)])
def test_an_area_is_a_whole_code_and_not_its_beginning(browse, register, scope, count):
    reader = person(Role.DIVISION_HEAD, scope=scope)

    assert len(names(browse(reader).get("/d/koperasi"))) == count


def test_the_oldest_waiting_report_comes_first_and_leads_to_its_review(browse, desk, app, clock):
    young, old = factories.cooperative("KSP Angkasa"), factories.cooperative("KSP Bintang")
    owed = factories.obligation(young)
    factories.filing(owed, filed_at=at(20, 11))
    older = factories.obligation(old)
    factories.filing(older, filed_at=at(2, 10))
    page = browse(desk).get("/d/laporan?lapor=menunggu")

    assert names(page) == ["KSP Bintang", "KSP Angkasa"]
    assert page.link("KSP Bintang") == f"/d/laporan/{older.public_id}"


def test_the_queue_holds_what_waits_whatever_its_period_and_book_year(browse, desk, app):
    """Beside the last quarter: an older one, and the year of a book that begins in August."""
    factories.filing(factories.obligation(factories.cooperative("KSP Angkasa")))
    older = factories.obligation(factories.cooperative("KSP Bintang"), quarter=2)
    factories.filing(older, filed_at=at(2, 10))
    august = factories.cooperative("KSP Cakra", book_year_month=8)
    factories.filing(factories.obligation(august, 2025, 0), filed_at=at(3, 10))
    board = browse(desk).get("/d/")
    fig = next(each for each in board.soup.select("a.fig") if "Menunggu" in each.get_text())
    chip = browse(desk).get("/d/laporan?periode=2026-T2&bersih=ya").link("Menunggu diperiksa")

    assert fig.select_one(".fig__n").get_text() == "3"
    for address in (fig["href"], chip):
        page = browse(desk).get(address)
        assert names(page) == ["KSP Bintang", "KSP Cakra", "KSP Angkasa"]
        assert "3 laporan dari semua periode" in page.text
        assert page.link("Belum lapor") == "/d/laporan?lapor=belum"


@pytest.mark.parametrize("filters", ["q=zzzz", "periode=2026-T1", "kecamatan=33.19.09"])
def test_an_empty_search_in_the_queue_is_not_a_finished_queue(browse, desk, register, filters):
    page = browse(desk).get(f"/d/laporan?lapor=menunggu&{filters}")
    assert "Tidak ada laporan yang menunggu" not in page.text
    assert "Tidak ada laporan yang cocok" in page.text
    assert page.link("Hapus semua saringan")


def test_a_queue_with_nothing_in_it_is_a_finished_wall(browse, desk, app):
    assert "Tidak ada laporan yang menunggu" in browse(desk).get("/d/laporan?lapor=menunggu").text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
        ("periode=semua", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh", "KSP Cengkeh"]),
        ("periode=2026-T2", ["KSP Cengkeh"]),
        ("lapor=belum", ["KSP Cengkeh"]),
        ("lapor=menunggu&bersih=ya", ["KSP Bunga"]),
        ("lapor=terlambat-2", ["KSP Angkasa", "KSP Bunga", "KSP Cengkeh"]),
        ("lapor=perbaiki", []),
        ("kelompok=01", ["KSP Cengkeh"]),
        ("kecamatan=33.19.02", ["KSP Angkasa"]),
        ("q=angkasa", ["KSP Angkasa"]),
    ],
)
def test_the_reports_of_a_period_can_be_filtered(browse, desk, register, query, shown):
    assert names(browse(desk).get(f"/d/laporan?{query}")) == shown


def test_a_report_that_is_not_owed_yet_or_no_longer_is_not_in_the_list(browse, desk, app):
    owner = factories.cooperative("KSP Angkasa")
    factories.obligation(owner, 2026, 0)
    factories.obligation(owner, 2026, 3, state=ObligationState.ENDED)

    assert names(browse(desk).get("/d/laporan?periode=semua")) == []


@pytest.mark.parametrize("path", ["/d/koperasi", "/d/laporan"])
def test_more_rows_ask_no_more_questions_of_the_database(browse, desk, app, path):
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))

    def questions():
        browse(desk).get(path)
        asked.clear()
        browse(desk).get(path)
        return len(asked)

    for number in range(3):
        factories.filing(factories.obligation(factories.cooperative(f"KSP {number}")))
    few = questions()
    for number in range(3, 23):
        owner = factories.cooperative(f"KSP {number}", f"33.19.0{number % 9 + 1}.2001")
        factories.filing(factories.obligation(owner))
        factories.assessment(owner)

    assert questions() == few


def test_fifty_rows_stand_on_a_page_and_the_next_page_keeps_the_filters(browse, desk, app):
    for number in range(52):
        factories.cooperative(f"KSP Nomor {number:02d}")
    page = browse(desk).get("/d/koperasi?kuk=&q=nomor")
    following = page.link("Berikutnya")

    assert len(names(page)) == 50
    assert "q=nomor" in following
    assert names(browse(desk).get(following)) == ["KSP Nomor 50", "KSP Nomor 51"]
    assert len(names(browse(desk).get("/d/koperasi?per=100"))) == 52


def test_an_empty_register_is_not_called_a_search_without_a_find(browse, desk):
    page = browse(desk).get("/d/koperasi")
    assert "Belum ada koperasi terdaftar." in page.text
    assert page.link("Impor") == "/d/koperasi/impor"
    assert "Hapus semua saringan" not in page.text


def test_a_period_nobody_owes_anything_for_says_so(browse, desk):
    page = browse(desk).get("/d/laporan")
    assert "Belum ada yang wajib lapor untuk Triwulan III 2026." in page.text
    assert "Hapus semua saringan" not in page.text
