"""One cooperative as the dinas sees it."""

from datetime import date

from app.accounts.roles import Role
from app.cooperatives.kinds import Status
from app.cooperatives.models import Officer
from app.reports.states import ReportState
from tests.support import factories
from tests.support.people import person


def rows(page, section):
    found = page.soup.select(f"section[aria-labelledby={section}] tbody tr")
    return [row.get_text(" ", strip=True).replace("\xa0", " ") for row in found]


def test_the_page_tells_who_it_is_and_who_runs_it(browse, desk, cooperative):
    factories.save(Officer(cooperative_id=cooperative.id, name="Hartono", position="Ketua"))
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")

    assert page.h1 == "KSP Sumber Rejeki"
    assert cooperative.registry_number in page.text
    assert "Ketua Hartono" in page.text
    assert page.link("Ubah") == f"/d/koperasi/{cooperative.id}/ubah"


def test_each_period_shows_what_became_of_it_and_leads_to_its_report(browse, desk, cooperative):
    filed = factories.obligation(cooperative, quarter=2)
    factories.filing(filed, ReportState.ACCEPTED, days_late=3, on_behalf=True)
    missing = factories.obligation(cooperative)
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")
    newest, older = rows(page, "terms")

    assert "Triwulan III 2026" in newest
    assert "Terlambat" in newest
    assert "Diterima" in older
    assert "terlambat 3 hari, diisi petugas" in older
    assert page.link("Triwulan II 2026") == f"/d/laporan/{filed.public_id}"
    assert page.link("Isi atas nama koperasi") == f"/k/laporan/{missing.public_id}"


def test_a_missing_period_is_a_gap_in_the_history_and_a_loss_is_drawn(browse, desk, cooperative):
    factories.filing(factories.obligation(cooperative, quarter=1), surplus_after_tax=4_000_000)
    factories.obligation(cooperative, quarter=2)
    factories.filing(factories.obligation(cooperative), surplus_after_tax=-2_000_000)
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")
    charts = {chart.figcaption.get_text(): chart for chart in page.soup.select("figure.chart")}
    surplus = charts["SHU sejak awal tahun buku, juta rupiah"]

    assert len(surplus.select("rect.gap")) == 1
    cells = [cell.get_text() for cell in surplus.select("td.num")]
    assert cells == ["4,0", "tidak lapor", "rugi (2,0)"]
    assert "Rugi (2,0 juta) pada Triwulan III 2026." in surplus.get_text(" ").replace("\xa0", " ")


def test_a_change_too_small_to_write_is_no_rise(browse, desk, cooperative):
    for quarter, loss in ((2, 1_520_000), (3, 1_520_400)):
        owed = factories.obligation(cooperative, quarter=quarter)
        factories.filing(owed, loans_total=10_000_000, problem_loans=loss)
    text = browse(desk).get(f"/d/koperasi/{cooperative.id}").text

    assert "15,2 % pada laporan terakhir." in text
    assert "Naik dari 15,2 %" not in text


def test_a_grade_travels_with_its_basis_and_its_way_of_being_made(browse, desk, cooperative):
    full = factories.assessment(cooperative, total=8250)
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")

    assert "Sehat Dikunjungi pengawas" in page.text
    assert "Skor 82,50 dari 100" in page.text
    assert "skor sementara" in page.text
    assert page.link("Bagaimana skor ini dihitung") == f"/d/kesehatan/{full.id}"


def test_an_incomplete_score_is_a_range_and_the_financial_aspect_stands_beside(
    browse, desk, cooperative
):
    factories.assessment(
        cooperative,
        total=None,
        grade=None,
        is_complete=False,
        lowest=4010,
        highest=9055,
        financial_score=8000,
    )
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")

    assert "Antara 40,10 dan 90,55, sampai semua pertanyaan terjawab" in page.text
    assert "Aspek keuangan saja: 80,00 dari 100" in page.text
    assert "Sehat" not in page.soup.select_one("section[aria-labelledby=health]").get_text()


def test_a_merged_cooperative_names_its_receiver_the_day_and_the_reason(
    browse, desk, cooperative, other_cooperative
):
    factories.obligation(cooperative, quarter=2)
    mergers = {"status_since": date(2026, 8, 17), "status_reason": "Keputusan rapat anggota"}
    gone = factories.cooperative(
        "KSU Lama", status=Status.MERGED, merged_into_id=other_cooperative.id, **mergers
    )
    owed = factories.obligation(gone, quarter=2)
    page = browse(desk).get(f"/d/koperasi/{gone.id}")
    said = [each.get_text(" ", strip=True) for each in page.soup.select("main .note")]
    note = " ".join(said).replace("\xa0", " ")

    assert "Bergabung: tidak lagi wajib lapor" in note
    assert "Sejak 17 Agustus 2026. Alasan: Keputusan rapat anggota" in note
    assert page.link("Kopkar Muria Jaya") == f"/d/koperasi/{other_cooperative.id}"
    assert "Isi atas nama koperasi" not in page.text
    assert str(owed.public_id) not in page.html
    assert "Isi atas nama koperasi" in browse(desk).get(f"/d/koperasi/{cooperative.id}").text


def test_a_dissolved_cooperative_without_a_day_says_so(browse, desk, app):
    gone = factories.cooperative(status=Status.DISSOLVED)
    text = browse(desk).get(f"/d/koperasi/{gone.id}").text

    assert "Bubar: tidak lagi wajib lapor" in text
    assert "Tanggalnya belum dicatat." in text


def test_a_receiver_in_another_regency_is_named_without_a_way_there(browse, desk, app):
    far = factories.cooperative("KSP Jepara Jaya", "33.20.01.2001")
    gone = factories.cooperative(status=Status.MERGED, merged_into_id=far.id)
    page = browse(desk).get(f"/d/koperasi/{gone.id}")

    assert "Bergabung dengan KSP Jepara Jaya." in page.text
    assert not any("KSP Jepara Jaya" in words for words in page.links)


def test_a_cooperative_that_never_reported_says_so(browse, desk, cooperative):
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}")

    assert "Belum dinilai" in page.text
    assert "belum pernah melaporkan angka" in page.text
    assert "Belum ada laporan yang wajib dikirim" in page.text


def test_the_administrator_reads_the_register_but_no_figures(browse, administrator, cooperative):
    factories.filing(factories.obligation(cooperative))
    factories.assessment(cooperative)
    page = browse(administrator).get(f"/d/koperasi/{cooperative.id}")

    assert page.h1 == "KSP Sumber Rejeki"
    assert "Skor" not in page.text
    assert page.soup.select("figure.chart") == []


def test_nobody_of_another_regency_or_cooperative_finds_it(browse, stranger, cooperative):
    elsewhere = person(Role.DESK, scope="33.18")

    assert browse(elsewhere).get(f"/d/koperasi/{cooperative.id}").status == 404
    assert browse(stranger).get(f"/d/koperasi/{cooperative.id}").status in (403, 404)
    assert browse(elsewhere).get("/d/koperasi/999999").status == 404
