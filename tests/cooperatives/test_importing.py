"""A first register from a file: all of it, or nothing and the reason of every cell."""

import io
from datetime import date

import pytest

from app.audit.models import AuditEntry
from app.cooperatives.models import Cooperative, Officer, RegisterImport
from app.obligations.models import Obligation
from app.shared.database import db
from tests.support import factories

IMPORT = "/d/koperasi/impor"
HEAD = "Nama_Koperasi;NIK;Jenis_Koperasi;Kelompok_Koperasi;Desa/Kelurahan;Kecamatan;Ketua"
ROWS = (
    "KSP Satu;3319000000001;Simpan Pinjam;KSP;Klaling;Jekulo;Siti Aminah",
    "Kopwan Dua;3319000000002;Konsumen;Wanita;Desa Gribig;Kec. Gebog;",
)
GOOD = "\n".join((HEAD, *ROWS))
FROM_NOW = {"first_period_end": "2026-09-30"}


def upload(browser, content, name="koperasi.csv"):
    raw = content if isinstance(content, bytes) else content.encode()
    return browser.post(IMPORT, {"file": (io.BytesIO(raw), name)})


def test_a_file_is_previewed_and_only_a_yes_registers_it(browse, desk):
    browser = browse(desk)
    answer = upload(browser, GOOD)
    preview = browser.follow(answer)

    assert "Daftarkan semua 2 koperasi?" in preview.text
    assert db.session.query(Cooperative).count() == 0

    browser.submit(preview.form("Ya, daftarkan semua"))
    made = {each.name: each for each in db.session.query(Cooperative)}
    one, two = made["KSP Satu"], made["Kopwan Dua"]
    assert (one.name, one.village, one.status) == ("KSP Satu", "33.19.06.2008", "active")
    assert (two.group_code, two.district) == ("31", "33.19.08")
    assert db.session.query(Officer).one().name == "Siti Aminah"
    assert db.session.query(Obligation).filter_by(cooperative_id=two.id).count() >= 4


def owed(name):
    """Periods a cooperative owes reports for, the earliest first."""
    query = db.session.query(Obligation).join(
        Cooperative, Cooperative.id == Obligation.cooperative_id
    )
    rows = query.filter(Cooperative.name == name).order_by(
        Obligation.period_end, Obligation.quarter.desc()
    )
    return [(each.book_year, each.quarter) for each in rows]


def test_an_import_owes_from_the_period_now_open_and_nothing_before(browse, desk):
    browser = browse(desk)
    preview = browser.follow(upload(browser, GOOD))

    asked = preview.soup.select_one("select[name=first_period_end] option[selected]")
    assert asked.text.replace("\xa0", " ") == "Triwulan III 2026 (batas lewat)"
    browser.submit(preview.form("Ya, daftarkan semua"))

    assert owed("KSP Satu")[:3] == [(2026, 3), (2026, 0), (2027, 1)]


def test_an_import_may_begin_with_the_period_to_come_so_that_nobody_is_late(browse, desk):
    browser = browse(desk)
    form = browser.follow(upload(browser, GOOD)).form("Ya, daftarkan semua")

    browser.submit(form.fill({"Mulai lapor dari periode": "2026-12-31"}))

    assert owed("KSP Satu")[0] == owed("Kopwan Dua")[0] == (2026, 0)
    assert min(each.due_on for each in db.session.query(Obligation)) == date(2027, 3, 31)


def test_a_period_that_is_not_offered_registers_nobody(browse, desk):
    browser = browse(desk)
    waiting = upload(browser, GOOD).goes_to

    page = browser.post(waiting, {"first_period_end": "1990-03-31"})

    assert page.status == 422
    assert page.error_for("first_period_end") == "Pilih satu dari daftar."
    assert db.session.query(Cooperative).count() == 0


def test_another_book_year_begins_with_its_own_period_that_ends_then(browse, desk):
    head = HEAD.replace("Ketua", "Bulan_Awal_Tahun_Buku")
    browser = browse(desk)
    place = "Jasa;KSU;Klaling;Jekulo"
    rows = f"KSP Juli;;{place};Juli\nKSP Agustus;;{place};Agustus"
    browser.submit(browser.follow(upload(browser, f"{head}\n{rows}")).form("Ya, daftarkan semua"))

    assert owed("KSP Juli")[0] == owed("KSP Agustus")[0] == (2026, 1)


def test_the_same_file_a_second_time_says_when_it_was_imported(browse, desk):
    browser = browse(desk)
    first = upload(browser, GOOD)
    browser.post(first.goes_to, FROM_NOW)

    again = upload(browser, GOOD)

    assert again.status == 422
    assert "Berkas ini sudah diimpor pada 23 November 2026" in again.text.replace("\xa0", " ")
    assert browser.post(first.goes_to, FROM_NOW).status in (404, 409)
    assert db.session.query(Cooperative).count() == 2


def test_a_double_tap_on_yes_registers_once(browse, desk):
    browser = browse(desk)
    waiting = upload(browser, GOOD).goes_to
    browser.post(waiting, FROM_NOW)
    assert browser.post(waiting, FROM_NOW).status == 409
    assert db.session.query(Cooperative).count() == 2
    assert db.session.query(RegisterImport).one().content == b""


def test_a_cooperative_registered_in_between_stops_the_whole_file(browse, desk):
    browser = browse(desk)
    waiting = upload(browser, GOOD).goes_to
    factories.cooperative("KSP Lain", registry_number="3319000000001")

    assert browser.post(waiting, FROM_NOW).status == 409
    assert db.session.query(Cooperative).count() == 1
    assert "Daftar koperasi sudah berubah" in browser.get(waiting).text


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (";3319000000003;Jasa;KSU;Klaling;Jekulo;", "Nama_Koperasi", "Kolom ini harus diisi."),
        ("A;3,31906E+12;Jasa;KSU;Klaling;Jekulo;", "NIK", "Angka ini terpotong oleh Excel."),
        ("A;12;Jasa;KSU;Klaling;Jekulo;", "NIK", "10 sampai 16 angka"),
        ("A;3319000000001;Jasa;KSU;Klaling;Jekulo;", "NIK", "Sama dengan baris 2."),
        ("A;;Dagang;KSU;Klaling;Jekulo;", "Jenis_Koperasi", "Tulis salah satu: Produsen"),
        ("A;;Jasa;Entah;Klaling;Jekulo;", "Kelompok_Koperasi", "Tidak dikenal."),
        ("A;;Konsumen;KSP;Klaling;Jekulo;", "Kelompok_Koperasi", "berarti jenisnya Simpan Pinjam"),
        ("A;;Jasa;KSU;Klaling;Gebog;", "Desa/Kelurahan", "di kecamatan itu"),
        ("A;;Jasa;KSU;Klaling;Tayu;", "Kecamatan", "Tidak ada kecamatan"),
        ("KSP. Satu;;Jasa;KSU;Klaling;Jekulo;", "Nama_Koperasi", "Sama dengan baris 2."),
    ],
)
def test_each_wrong_cell_is_named_by_row_and_column(browse, desk, row, column, sentence):
    page = upload(browse(desk), "\n".join((HEAD, *ROWS, row)))

    assert page.status == 422
    cells = [line.text.split("\n") for line in page.soup.select("tbody tr")]
    wrong = " ".join(" ".join(each) for each in cells if each[0].strip().startswith("4"))
    assert column in wrong
    assert sentence in wrong.replace("\xa0", " ")
    assert db.session.query(RegisterImport).count() == 0


def test_what_the_register_already_holds_is_said_with_its_name(browse, desk):
    factories.cooperative("KSP Lama", registry_number="3319000000001")
    factories.cooperative("Kopwan Dua", village="33.19.08.2001", search_name="kopwan dua")

    page = upload(browse(desk), GOOD)

    assert "Sudah terdaftar atas nama KSP Lama." in page.text
    assert "Sudah terdaftar di desa ini: Kopwan Dua." in page.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas kosong."),
        (b"  \n \n", "Berkas kosong."),
        (b"PK\x03\x04rest of a workbook", "Ini bukan berkas CSV."),
        (b"%PDF-1.7", "Ini bukan berkas CSV."),
        (HEAD.encode(), "belum ada baris"),
        (b"Nama_Koperasi;NIK\nA;1", "Kolom ini belum ada: Jenis_Koperasi, Kelompok_Koperasi"),
        (b"x" * (5 * 1024 * 1024 + 1), "lebih dari 5 MB"),
        (("\n".join([HEAD, *["A;;;;;;"] * 5001])).encode(), "lebih dari 5.000 baris"),
    ],
    ids=["empty", "blank", "xlsx", "pdf", "no rows", "no columns", "large", "long"],
)
def test_what_is_no_register_is_refused_plainly(browse, desk, content, sentence):
    page = upload(browse(desk), content)

    assert page.status == 422
    assert sentence in page.error_for("file")


def test_sending_without_a_file_asks_for_one(browse, desk):
    assert browse(desk).post(IMPORT, {}).error_for("file") == "Pilih berkas dulu."


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace(";", ",").encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("KSP Satu", "KSP Café “Satu”").encode("cp1252"),
    ],
    ids=["byte order mark", "commas", "windows lines", "windows-1252"],
)
def test_files_of_every_spreadsheet_are_read(browse, desk, content):
    assert upload(browse(desk), content).goes_to.startswith(f"{IMPORT}/")


def test_another_regency_never_sees_a_waiting_file(browse, desk, elsewhere):
    waiting = upload(browse(desk), GOOD).goes_to

    assert browse(elsewhere).get(waiting).status == 404
    assert browse(elsewhere).post(waiting).status == 404


def test_what_is_exported_can_be_imported_again_and_holds_no_formula(browse, desk):
    factories.cooperative("=HYPERLINK(1)", village="33.19.06.2008", phone="+62291431234")
    browser = browse(desk)
    text = browser.get("/d/koperasi/unduh.csv").content.decode("utf-8-sig")

    assert "'=HYPERLINK(1)" in text
    assert not any(cell.startswith("=") for line in text.splitlines() for cell in line.split(";"))
    db.session.query(Obligation).delete()
    db.session.query(Cooperative).delete()
    db.session.commit()
    browser.submit(browser.follow(upload(browser, text)).form("Ya, daftarkan"))
    assert db.session.query(Cooperative).one().name == "=HYPERLINK(1)"


def test_the_template_itself_can_be_imported(browse, desk):
    browser = browse(desk)
    template = browser.get(f"{IMPORT}/templat.csv").content

    assert upload(browser, template).goes_to.startswith(f"{IMPORT}/")


def test_an_import_leaves_one_audit_entry_with_its_count(browse, desk):
    browser = browse(desk)
    browser.post(upload(browser, GOOD).goes_to, FROM_NOW)

    entries = db.session.query(AuditEntry).filter_by(action="cooperative.imported")
    assert entries.one().details["count"] == 2
