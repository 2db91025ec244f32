import pytest

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.cooperatives.models import Cooperative, Officer
from app.obligations.models import Obligation
from app.shared.database import db
from tests.support import factories
from tests.support.people import person


def registered(name="KSP Maju Bersama"):
    return db.session.query(Cooperative).filter_by(name=name).one()


def owed_by(cooperative):
    query = db.session.query(Obligation).filter_by(cooperative_id=cooperative.id)
    rows = query.order_by(Obligation.period_end, Obligation.quarter.desc())
    return [(each.book_year, each.quarter) for each in rows]


def test_the_desk_registers_a_cooperative_which_owes_reports_at_once(browse, desk, typed):
    answer = browse(desk).post("/d/koperasi/baru", typed)

    made = registered()
    assert answer.goes_to == f"/d/koperasi/{made.id}/pengurus"
    assert made.registry_number == "3319060010077"
    assert made.tax_number == "012345678901000"
    assert made.phone == "+6281234567890"
    assert (made.regency, made.district) == ("33.19", "33.19.06")
    assert made.search_name == "ksp maju bersama"
    assert db.session.query(Obligation).filter_by(cooperative_id=made.id).count() >= 4
    assert db.session.query(AuditEntry).one().action == "cooperative.registered"


@pytest.mark.parametrize("who", ["inspector", "agency_head", "administrator", "treasurer"])
def test_others_may_not_register_cooperatives(browse, everyone, who, typed):
    browser = browse(everyone(who))

    assert browser.get("/d/koperasi/baru").status == 403
    assert browser.post("/d/koperasi/baru", typed).status == 403


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", "", "Isi nama koperasi."),
        ("registry_number", "3,31906E+12", "Angka ini terpotong oleh Excel. Ketik semua angkanya."),
        ("registry_number", "12345", "NIK koperasi terdiri dari 10 sampai 16 angka."),
        ("tax_number", "1234", "NPWP terdiri dari 15 atau 16 angka."),
        ("business_number", "1234", "NIB terdiri dari 13 angka."),
        ("phone", "12", "Tulis nomor telepon seperti 0812-3456-7890 atau (0291) 123456."),
        ("email", "bukan surel", "Tulis alamat surel seperti nama@contoh.id."),
        ("legal_entity_on", "31/02/2021", "Tulis tanggal seperti ini: 23/11/2026."),
        ("legal_entity_on", "01/01/2027", "Periksa tanggalnya: belum terjadi, atau terlalu lama."),
        ("village", "", "Pilih desa atau kelurahan."),
        ("village", "33.20.01.2001", "Pilih satu dari daftar."),
        ("business_type", "", "Pilih jenis koperasi."),
        ("first_period_end", "1999-03-31", "Pilih satu dari daftar."),
    ],
)
def test_a_wrong_field_comes_back_with_its_reason(browse, desk, typed, field, text, sentence):
    page = browse(desk).post("/d/koperasi/baru", {**typed, field: text})

    assert page.status == 422
    assert page.error_for(field) == sentence
    assert sentence in page.errors
    assert db.session.query(Cooperative).count() == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"business_type": "consumer"},
            "Kelompok KSP berarti jenisnya Simpan Pinjam. Betulkan jenis atau kelompoknya.",
        ),
        (
            {"group_code": "42"},
            "Kelompok KSPPS berpola syariah. Betulkan pola atau kelompoknya.",
        ),
        (
            {"group_code": "43"},
            "Kelompok Sekunder beranggotakan koperasi. Betulkan bentuk atau kelompoknya.",
        ),
    ],
)
def test_what_cannot_both_be_true_is_refused(browse, desk, typed, change, sentence):
    page = browse(desk).post("/d/koperasi/baru", {**typed, **change})

    assert page.status == 422
    assert page.error_for("group_code") == sentence
    assert db.session.query(Cooperative).count() == 0


def test_a_change_of_type_says_what_it_does_to_open_reports_before_it_is_saved(
    browse, desk, cooperative
):
    factories.report(factories.obligation(cooperative, 2026, 2))
    factories.obligation(cooperative, 2026, 3)
    factories.filing(factories.obligation(cooperative, 2026, 1))
    browser, url = browse(desk), f"/d/koperasi/{cooperative.id}/ubah"
    form = browser.get(url).form("seen")

    asked = browser.submit(form.fill(business_type="consumer", group_code="16"))

    assert asked.status == 409
    told = asked.text.replace("\xa0", " ")
    assert "Laporan Triwulan II 2026, sedang diisi" in told
    assert "Laporan Triwulan III 2026, belum mulai diisi" in told
    assert "Triwulan I 2026" not in told
    assert "Tidak ditanyakan lagi" in told
    assert "Pinjaman kepada anggota" in told
    assert "Persediaan" in told
    assert db.session.get(Cooperative, cooperative.id).business_type == "savings_loan"

    answer = browser.submit(asked.form("Ya, simpan perubahan"))

    assert answer.goes_to == f"/d/koperasi/{cooperative.id}"
    db.session.expire_all()
    assert db.session.get(Cooperative, cooperative.id).business_type == "consumer"


@pytest.mark.parametrize("change", [{"address": "Jl. Baru 1"}, {"group_code": "31"}])
def test_what_changes_no_open_report_is_saved_at_once(browse, desk, cooperative, change):
    factories.report(factories.obligation(cooperative, 2026, 3))
    browser, url = browse(desk), f"/d/koperasi/{cooperative.id}/ubah"

    assert browser.submit(browser.get(url).form("seen").fill(change)).status == 303


def test_a_second_tap_registers_no_second_cooperative(browse, desk, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", typed)
    again = browser.post("/d/koperasi/baru", typed)

    assert again.status == 422
    assert again.error_for("registry_number") == "NIK ini sudah dipakai KSP Maju Bersama."
    assert db.session.query(Cooperative).count() == 1


def test_a_namesake_is_registered_only_when_the_desk_says_so(browse, desk, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", typed)
    other = {**typed, "name": "K.S.P. maju bersama", "registry_number": "",
             "legal_entity_number": ""}  # fmt: skip
    assert registered().search_name == "ksp maju bersama"
    other["name"] = "KSP  Maju-Bersama"

    assert "Sudah ada koperasi" in browser.post("/d/koperasi/baru", other).error_for("name")
    assert browser.post("/d/koperasi/baru", {**other, "same_name": "y"}).status == 303


def test_the_form_shows_what_is_stored_and_saving_it_unchanged_changes_nothing(browse, desk, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", typed)
    made = registered()

    page = browser.get(f"/d/koperasi/{made.id}/ubah")
    answer = browser.submit(page.form(f"/d/koperasi/{made.id}/ubah"))

    assert "Tidak ada yang diubah" in browser.follow(answer).text

    actions = [entry.action for entry in db.session.query(AuditEntry)]
    assert actions == ["cooperative.registered"]


def test_a_moved_book_year_moves_the_reports_that_are_not_open(browse, desk, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", typed)
    made = registered()
    form = browser.get(f"/d/koperasi/{made.id}/ubah").form("seen")
    browser.submit(form.fill(book_year_month="7"))

    later = db.session.query(Obligation).filter_by(
        cooperative_id=made.id, book_year=2027, quarter=1
    )
    assert later.one().period_start.month == 7


def test_a_cooperative_entered_by_hand_owes_from_the_period_asked_for(browse, desk, typed):
    browser = browse(desk)
    form = browser.get("/d/koperasi/baru").form("first_period_end")
    assert form.data["first_period_end"] == "2026-09-30"

    browser.submit(form.fill({**typed, "first_period_end": "2026-12-31"}))

    assert owed_by(registered())[:2] == [(2026, 0), (2027, 1)]


def test_a_start_corrected_later_takes_away_what_nobody_began(browse, desk, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", {**typed, "first_period_end": "2026-03-31"})
    made = registered()
    begun = db.session.query(Obligation).filter_by(cooperative_id=made.id, quarter=2).first()
    factories.report(begun)
    form = browser.get(f"/d/koperasi/{made.id}/ubah").form("seen")

    browser.submit(form.fill(first_period_end="2026-12-31"))
    assert owed_by(made)[:2] == [(2026, 2), (2026, 0)]

    form = browser.get(f"/d/koperasi/{made.id}/ubah").form("seen")
    browser.submit(form.fill(first_period_end="2026-03-31"))
    assert owed_by(made)[:4] == [(2026, 1), (2026, 2), (2026, 3), (2026, 0)]


@pytest.mark.parametrize("page", ["ubah", "status", "pengurus"])
def test_a_desk_of_another_regency_finds_nothing_here(browse, elsewhere, cooperative, page):
    assert browse(elsewhere).get(f"/d/koperasi/{cooperative.id}/{page}").status == 404


def test_members_beyond_the_regency_mean_supervision_elsewhere(browse, desk):
    wide = factories.cooperative(membership_scope="province")

    assert "Diawasi di tempat lain" in browse(desk).get(f"/d/koperasi/{wide.id}/ubah").text


def test_the_business_class_is_suggested_from_the_last_report(browse, desk, cooperative):
    factories.filing(factories.obligation(cooperative, 2026, 3))

    page = browse(desk).get(f"/d/koperasi/{cooperative.id}/ubah")

    assert "Saran: KUK" in page.text
    assert "Mohon dipastikan." in page.text


def test_officers_are_named_changed_and_leave(browse, desk, cooperative):
    browser = browse(desk)
    url = f"/d/koperasi/{cooperative.id}/pengurus"
    browser.get(url)
    browser.post(
        url,
        {
            "officers-0-name": "Siti Aminah",
            "officers-0-position": "Bendahara",
            "officers-0-phone": "0812 3456 7890",
            "officers-1-name": "",
            "officers-1-position": "",
        },
    )
    officer = db.session.query(Officer).one()
    assert (officer.name, officer.phone) == ("Siti Aminah", "+6281234567890")

    form = browser.get(url).form("seen")
    form.fill({"officers-0-name": "Siti Aminah, S.E.", "officers-0-position": "Ketua"})
    browser.submit(form)
    db.session.refresh(officer)
    assert (officer.name, officer.position) == ("Siti Aminah, S.E.", "Ketua")
    browser.submit(browser.get(url).form("seen").fill({"officers-0-is_removed": "y"}))
    assert db.session.query(Officer).count() == 0


def test_an_officer_without_a_position_is_asked_for_it(browse, desk, cooperative):
    url = f"/d/koperasi/{cooperative.id}/pengurus"
    page = browse(desk).post(url, {"officers-0-name": "Siti", "officers-0-position": ""})

    assert page.status == 422
    assert page.error_for("officers-0-position") == "Pilih jabatan."


def test_an_officer_row_of_another_cooperative_cannot_be_taken_over(
    browse, desk, cooperative, other_cooperative
):
    factories.save(Officer(cooperative_id=other_cooperative.id, name="Budi", position="Ketua"))
    theirs = db.session.query(Officer).one()
    form = {
        "officers-0-id": str(theirs.id),
        "officers-0-name": "Diganti",
        "officers-0-position": "Ketua",
    }

    browse(desk).post(f"/d/koperasi/{cooperative.id}/pengurus", form)

    db.session.refresh(theirs)
    assert (theirs.name, theirs.cooperative_id) == ("Budi", other_cooperative.id)


def test_a_province_officer_sees_its_regencies_and_no_others(browse, cooperative):
    province = person(Role.DESK, scope="33")
    java_east = person(Role.DESK, scope="35")

    assert browse(province).get(f"/d/koperasi/{cooperative.id}/ubah").status == 200
    assert browse(java_east).get(f"/d/koperasi/{cooperative.id}/ubah").status == 404
