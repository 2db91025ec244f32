import pytest

from app.accounts.roles import Role
from app.agency import queries
from app.agency.contact import agency_contact
from app.agency.models import DistrictOfficer, SpecialDay
from app.audit.models import AuditEntry
from app.shared.database import db
from tests.support import factories
from tests.support.people import person

DATES = {
    "quarterly_due_day": "20",
    "annual_due_months": "3",
    "grace_days": "7",
    "lock_months": "12",
    "meeting_months_primary": "3",
    "meeting_months_secondary": "6",
    "meeting_report_months": "1",
}
IDENTITY = {
    "name": "Dinas Koperasi Kudus",
    "government": "Pemerintah Kabupaten Kudus",
    "letterhead": "",
    "address": "Jl. Contoh No. 1",
    "phone": "0291 431234",
    "whatsapp": "0812-3456-7890",
    "email": "dinas@contoh.id",
    "hours": "Senin sampai Jumat",
}


@pytest.mark.parametrize(
    "page", ["", "/identitas", "/jadwal", "/hari-libur", "/ramadan", "/petugas"]
)
def test_the_division_head_reads_every_page_of_the_settings(browse, division_head, page):
    assert browse(division_head).get(f"/d/atur{page}").status == 200


@pytest.mark.parametrize("who", ["desk", "inspector", "agency_head", "observer", "treasurer"])
def test_others_may_not_open_the_settings(browse, everyone, who):
    assert browse(everyone(who)).get("/d/atur").status == 403


def test_new_contacts_stand_at_the_foot_of_every_page(browse, division_head):
    browser = browse(division_head)

    assert browser.post("/d/atur/identitas", IDENTITY).goes_to == "/d/atur"
    page = browser.get("/d/atur")
    assert "(0291) 431234" in page.text
    assert "https://wa.me/6281234567890" in page.html
    assert agency_contact().name == "Dinas Koperasi Kudus"


def test_a_wrong_number_comes_back_with_what_was_typed(browse, division_head):
    page = browse(division_head).post("/d/atur/identitas", {**IDENTITY, "whatsapp": "0291 431234"})

    assert page.status == 422
    assert page.error_for("whatsapp") == "Tulis nomor HP yang diawali 08."
    assert 'value="0291 431234"' in page.html


def test_defaults_are_marked_until_the_dinas_confirms_them(browse, division_head):
    browser = browse(division_head)
    assert browser.get("/d/atur/jadwal").text.count("Bawaan, perlu dipastikan dinas") == 7

    browser.post("/d/atur/jadwal", DATES)

    assert "Bawaan" not in browser.get("/d/atur/jadwal").text
    assert queries.report_dates("33.19").quarterly_due_day == 20


def test_a_changed_due_day_moves_only_what_is_not_open_yet(browse, division_head, cooperative):
    open_one = factories.obligation(cooperative, 2026, 3)
    closed = factories.obligation(cooperative, 2027, 1)
    seen = open_one.due_on

    browse(division_head).post("/d/atur/jadwal", DATES)

    db.session.refresh(open_one)
    db.session.refresh(closed)
    assert open_one.due_on == seen
    assert closed.due_on.day == 20


@pytest.mark.parametrize("typed", ["0", "32", "tiga", "-1", "1.5", ""])
def test_an_impossible_due_day_is_refused(browse, division_head, typed):
    page = browse(division_head).post("/d/atur/jadwal", {**DATES, "quarterly_due_day": typed})

    assert page.status == 422
    assert page.error_for("quarterly_due_day")
    assert queries.report_dates("33.19").quarterly_due_day == 15


def test_a_day_of_the_regency_is_added_shown_and_removed_twice(browse, division_head):
    browser = browse(division_head)
    day = {"day": "23/09/2027", "name": "Hari Jadi Kabupaten Kudus"}

    browser.post("/d/atur/hari-libur", day)
    assert "Hari Jadi Kabupaten Kudus" in browser.get("/d/atur/hari-libur").text
    for _twice in range(2):
        assert browser.post("/d/atur/hari-libur/2027-09-23/hapus").status == 303

    assert db.session.query(SpecialDay).count() == 0
    assert browser.post("/d/atur/hari-libur/bukan-hari/hapus").status == 404


def test_a_day_that_is_taken_is_renamed_only_on_purpose(browse, division_head):
    browser = browse(division_head)
    day = {"day": "2027-09-23", "name": "Hari Jadi Kabupaten Kudus"}
    browser.post("/d/atur/hari-libur", day)

    asked = browser.post("/d/atur/hari-libur", {**day, "name": "Cuti bersama"})

    assert asked.status == 422
    told = "23 September 2027 sudah ada: Hari Jadi Kabupaten Kudus."
    assert asked.error_for("day").replace("\xa0", " ") == told
    assert db.session.query(SpecialDay).one().name == "Hari Jadi Kabupaten Kudus"

    browser.submit(asked.form("Tambah").fill(replaces="y"))
    assert db.session.query(SpecialDay).one().name == "Cuti bersama"
    assert browser.post("/d/atur/hari-libur", {**day, "name": "Cuti bersama"}).status == 303


def test_hours_that_take_the_place_of_others_say_so(browse, division_head):
    browser = browse(division_head)
    days = {"starts_on": "2027-02-08", "ends_on": "2027-03-09"}
    browser.post("/d/atur/ramadan", {**days, "opens_at": "08.00", "closes_at": "14.30"})

    page = browser.follow(
        browser.post("/d/atur/ramadan", {**days, "opens_at": "08.00", "closes_at": "15.00"})
    )

    assert "menggantikan jam sebelumnya 08.00–14.30" in page.text


def test_ramadan_hours_may_not_overlap_or_end_before_they_begin(browse, division_head):
    browser = browse(division_head)
    hours = {
        "starts_on": "2027-02-08",
        "ends_on": "2027-03-09",
        "opens_at": "08.00",
        "closes_at": "14:30",
    }

    assert browser.post("/d/atur/ramadan", hours).goes_to == "/d/atur/ramadan"
    assert browser.post("/d/atur/ramadan", {**hours, "starts_on": "2027-02-10"}).status == 409
    backwards = browser.post("/d/atur/ramadan", {**hours, "ends_on": "2027-02-01"})
    assert backwards.error_for("ends_on") == "Hari terakhir tidak boleh sebelum hari pertama."


@pytest.mark.parametrize("typed", ["7.30", "07:30", "07.30"])
def test_a_time_is_typed_in_24_hours_and_shown_so_again(browse, division_head, typed):
    browser = browse(division_head)
    days = {"starts_on": "2027-02-08", "ends_on": "2027-03-09"}

    page = browser.post("/d/atur/ramadan", {**days, "opens_at": typed, "closes_at": "07.00"})
    assert page.soup.find(id="opens_at")["value"] == typed
    browser.post("/d/atur/ramadan", {**days, "opens_at": typed, "closes_at": "16.00"})
    assert "07.30–16.00" in browser.get("/d/atur/ramadan").text


@pytest.mark.parametrize("typed", ["24.00", "7.5", "0730", "07.30 AM", "7", "07.60", "٠٧.٣٠"])
def test_a_time_that_may_mean_two_things_is_asked_for_again(browse, division_head, typed):
    page = browse(division_head).post("/d/atur/ramadan", {"opens_at": typed})

    told = "Tulis jam dalam 24 jam, seperti ini: 07.30 atau 16.00."
    assert page.error_for("opens_at") == told


def test_a_day_stands_in_words_beside_its_field(browse, desk, cooperative):
    page = browse(desk).get(f"/d/koperasi/{cooperative.id}/status")

    field = page.soup.find(id="since")
    assert (field["type"], field["value"]) == ("date", "2026-11-23")
    echo = page.soup.find(id=field["aria-describedby"].split()[-1])
    assert echo.text.replace("\xa0", " ") == "Senin, 23 November 2026"


def test_a_district_gets_its_officer_and_only_people_of_this_dinas_are_offered(
    browse, division_head, inspector
):
    foreign = person(Role.INSPECTOR, scope="33.20")
    browser = browse(division_head)
    nobody = {f"officer_33_19_{number:02d}": "" for number in range(1, 10)}

    browser.post("/d/atur/petugas", {**nobody, "officer_33_19_06": str(inspector.user_id)})
    assert queries.officer_of("33.19.06").name == inspector.name
    foreigner = {**nobody, "officer_33_19_06": str(foreign.user_id)}
    refused = browser.post("/d/atur/petugas", foreigner)

    assert refused.status == 422
    assert db.session.query(DistrictOfficer).one().user_id == inspector.user_id


def test_every_change_leaves_an_audit_entry_and_a_refused_one_none(browse, division_head):
    browser = browse(division_head)
    browser.post("/d/atur/jadwal", {**DATES, "grace_days": "x"})
    browser.post("/d/atur/jadwal", DATES)

    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.subject) == ("agency.report_dates_saved", "agency:33.19")
