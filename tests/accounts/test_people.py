"""The dinas looks after people, each officer as far as their area and post reach."""

import re
from datetime import datetime

import pytest
from sqlalchemy import select

from app.accounts.models import AccessCode, Assignment, User
from app.accounts.queries import people_of_cooperative
from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.shared.clock import ZONE
from app.shared.database import db

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def actions():
    return db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()


def test_the_desk_adds_a_secretary_and_prints_a_code(desk, cooperative, browse):
    browser = browse(desk)
    page = browser.get("/d/pengguna/baru?q=sumber")
    page = browser.get(page.soup.select_one(".rows a")["href"])
    assert "KSP Sumber Rejeki" in page.text
    answer = browser.post("/d/pengguna/baru", {
        "koperasi": cooperative.id, "name": "Hj. Kartini Lestari", "phone": "0812 2900 4417",
        "username": "", "role": "secretary", "starts_on": "2026-11-23",
    })  # fmt: skip
    page = browser.follow(answer)
    assert page.h1 == "Hj. Kartini Lestari"
    assert "kartini.lestari" in page.text
    page = browser.get(page.links["Terbitkan kode"])
    page = browser.follow(browser.post(page.url, {"sure": "1"}))
    assert page.status == 200
    code = CODE.search(page.soup.select_one(".receipt__no").text).group()
    stranger = browse()
    stranger.get("/aktivasi")
    assert stranger.post("/aktivasi", {"code": code}).status == 303
    assert page.soup.select_one("svg.receipt__qr path")["d"].startswith("M")
    assert "no-store" in page.headers["Cache-Control"]
    assert actions() == ["post.added", "person.created", "code.issued"]


def code_on(page) -> str:
    return CODE.search(page.soup.select_one(".receipt__no").text).group()


def test_a_reload_shows_the_printed_code_and_issues_none(desk, treasurer, browse):
    browser = browse(desk)
    answer = browser.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"})
    assert CODE.search(answer.goes_to) is None
    first, again = browser.follow(answer), browser.follow(answer)

    assert code_on(first) == code_on(again)
    assert actions() == ["code.issued"]
    stranger = browse()
    stranger.get("/aktivasi")
    assert stranger.post("/aktivasi", {"code": code_on(first)}).status == 303


def test_the_sheet_is_shown_for_a_quarter_of_an_hour_to_who_issued_it(
    desk, division_head, treasurer, stranger, browse, clock
):
    browser = browse(desk)
    sheet = browser.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"}).goes_to
    another = f"/d/pengguna/{stranger.user_id}/kode/lembar"
    assert "sampai pukul 10.57" in browser.get(sheet).text
    assert browse(division_head).get(sheet).goes_to == f"/d/pengguna/{treasurer.user_id}"
    assert browser.get(another).goes_to == f"/d/pengguna/{stranger.user_id}"

    browser.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"})
    clock(datetime(2026, 11, 23, 10, 58, tzinfo=ZONE))
    page = browser.follow(browser.get(sheet))
    assert "Kode tidak ditampilkan lagi." in page.text


def test_a_code_that_is_void_is_shown_no_more(desk, treasurer, browse):
    browser = browse(desk)
    sheet = browser.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"}).goes_to
    browser.post(f"/d/pengguna/{treasurer.user_id}/tutup")

    assert browser.get(sheet).goes_to == f"/d/pengguna/{treasurer.user_id}"


def test_the_same_name_twice_makes_two_usernames(desk, cooperative, browse):
    browser = browse(desk)
    for _ in range(2):
        browser.get(f"/d/pengguna/baru?koperasi={cooperative.id}")
        browser.post("/d/pengguna/baru", {
            "koperasi": cooperative.id, "name": "Sri Wahyuni", "role": "chair",
            "starts_on": "2026-11-23",
        })  # fmt: skip
    names = db.session.scalars(select(User.username).where(User.name == "Sri Wahyuni")).all()
    assert sorted(names) == ["sri.wahyuni", "sri.wahyuni2"]


def test_a_form_with_mistakes_keeps_what_was_typed_and_names_each(desk, cooperative, browse):
    browser = browse(desk)
    browser.get(f"/d/pengguna/baru?koperasi={cooperative.id}")
    page = browser.post("/d/pengguna/baru", {
        "koperasi": cooperative.id, "name": "", "phone": "12", "username": "A B", "role": "desk",
        "starts_on": "kemarin",
    })  # fmt: skip
    assert page.status == 422
    assert page.error_for("name") == "Isi nama lengkap."
    assert page.error_for("phone").startswith("Nomor HP belum benar.")
    assert page.error_for("username").startswith("Nama pengguna terdiri dari")
    assert page.error_for("role") == "Pilih peran."
    assert page.error_for("starts_on") == "Isi tanggal, bulan, dan tahun."
    assert page.soup.find(id="phone")["value"] == "12"


def test_a_taken_username_or_number_is_said_beside_the_field(desk, treasurer, cooperative, browse):
    db.session.get_one(User, treasurer.user_id).phone = "+6281229004417"
    db.session.commit()
    browser = browse(desk)
    browser.get(f"/d/pengguna/baru?koperasi={cooperative.id}")
    page = browser.post("/d/pengguna/baru", {
        "koperasi": cooperative.id, "name": "Baru", "phone": "0812-2900-4417",
        "username": "bendahara", "role": "chair", "starts_on": "2026-11-23",
    })  # fmt: skip
    assert page.error_for("username") == "Nama pengguna ini sudah dipakai akun lain."
    assert page.error_for("phone") == "Nomor HP ini sudah dipakai akun lain."


def test_the_administrator_appoints_an_inspector_with_districts(administrator, browse):
    browser = browse(administrator)
    page = browser.get("/d/pengguna/baru?tempat=dinas")
    assert "Kecamatan pengawas lapangan" in page.text
    answer = browser.post("/d/pengguna/baru", {
        "tempat": "dinas", "name": "Joko Purnomo", "role": "inspector",
        "districts": ["33.19.02", "33.19.03"], "starts_on": "2026-11-23",
    })  # fmt: skip
    browser.follow(answer)
    post = db.session.scalars(select(Assignment).order_by(Assignment.id.desc())).first()
    assert (post.role, post.scope) == ("inspector", "33.19")
    assert post.districts == {"codes": ["33.19.02", "33.19.03"]}


def test_a_role_ends_on_a_day_and_the_person_with_it(desk, treasurer, browse, clock):
    browser = browse(desk)
    base = f"/d/pengguna/{treasurer.user_id}"
    url = f"{base}/peran/{treasurer.assignment_id}/akhiri"
    assert browser.get(url).h1 == "Akhiri peran"
    assert browser.post(url, {"ends_on": "2026-11-22"}).goes_to == base
    assert "Peran terdahulu" in browser.get(base).text
    assert browse(treasurer).get("/k/").status in (303, 403)
    page = browser.get(f"{base}/kode")
    assert page.status == 409
    assert "Beri peran dulu." in page.text


def test_a_role_cannot_end_before_it_began(desk, treasurer, browse):
    browser = browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/peran/{treasurer.assignment_id}/akhiri"
    browser.get(url)
    page = browser.post(url, {"ends_on": "2025-01-01"})
    assert page.status == 422
    assert page.error_for("ends_on").startswith("Peran ini mulai")


def test_one_person_may_serve_two_cooperatives(desk, treasurer, other_cooperative, browse):
    browser = browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/peran/baru"
    browser.get(f"{url}?koperasi={other_cooperative.id}")
    sent = {"koperasi": other_cooperative.id, "role": "chair", "starts_on": "2026-11-23"}
    assert browser.post(url, sent).status == 303
    assert browser.post(url, sent).status == 409
    assert [each.role for each in people_of_cooperative(other_cooperative.id)] == [Role.CHAIR]


def test_shutting_somebody_out_is_asked_first_and_works_at_once(desk, treasurer, browse):
    theirs, browser = browse(treasurer), browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/tutup"
    assert "Tutup akun Siti Aminah?" in browser.get(url).text
    browser.post(url)
    assert theirs.get("/akun").status == 303
    page = browser.get(f"/d/pengguna/{treasurer.user_id}")
    assert "Akun ditutup" in page.text
    assert browser.get(f"/d/pengguna/{treasurer.user_id}/kode").status == 409
    browser.post(f"/d/pengguna/{treasurer.user_id}/buka")
    assert "Aktif" in browser.get(f"/d/pengguna/{treasurer.user_id}").text
    assert actions() == ["person.blocked", "person.unblocked"]


def test_shutting_somebody_out_voids_their_code(desk, treasurer, browse):
    browser = browse(desk)
    browser.get(f"/d/pengguna/{treasurer.user_id}/kode")
    browser.post(f"/d/pengguna/{treasurer.user_id}/kode", {"sure": "1"})
    browser.post(f"/d/pengguna/{treasurer.user_id}/tutup")
    assert db.session.scalars(select(AccessCode.voided_at)).one() is not None


def test_no_code_without_being_sure_of_the_person(desk, treasurer, browse):
    browser = browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/kode"
    browser.get(url)
    page = browser.post(url, {})
    assert page.status == 422
    assert page.error_for("sure") == "Centang bahwa Anda sudah memastikan orangnya."
    assert db.session.scalars(select(AccessCode)).all() == []


def test_the_desk_corrects_a_name_and_the_trail_keeps_the_old(desk, treasurer, browse):
    browser = browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/ubah"
    form = browser.get(url).form("seen").fill(name="Siti Aminah, S.E.")
    assert browser.submit(form).status == 303
    entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.details["name_before"] == "Siti Aminah"
    assert entry.regency == "33.19"


def test_an_inspectors_districts_are_changed(division_head, inspector, browse):
    browser = browse(division_head)
    url = f"/d/pengguna/{inspector.user_id}/peran/{inspector.assignment_id}/wilayah"
    page = browser.get(url)
    assert len(page.soup.select("input[name=districts][checked]")) == 2
    browser.post(url, {"districts": ["33.19.05"]})
    post = db.session.get_one(Assignment, inspector.assignment_id)
    assert post.districts == {"codes": ["33.19.05"]}
    assert browser.post(url, {"districts": ["33.20.05"]}).status == 422


def test_where_somebody_serves_is_told_by_the_name_of_the_place(
    division_head, desk, inspector, browse
):
    browser = browse(division_head)
    everywhere = browser.get(f"/d/pengguna/{desk.user_id}").text
    somewhere = browser.get(f"/d/pengguna/{inspector.user_id}").text

    assert "seluruh Kabupaten Kudus" in everywhere
    assert "Kecamatan: Kota Kudus, Jati" in somewhere
    assert "seluruh" not in somewhere
    assert "33.19" not in everywhere + somewhere


@pytest.mark.parametrize(
    ("typed", "told"),
    [("su", "Tulis paling sedikit 3 huruf."), ("", "Tulis nama atau NIK koperasi.")],
)
def test_a_search_that_is_too_short_says_so(desk, cooperative, browse, typed, told):
    page = browse(desk).get(f"/d/pengguna/baru?q={typed}")

    assert page.error_for("q") == told
    assert page.errors == [told]
