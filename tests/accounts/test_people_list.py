"""The list of people: each officer of the dinas sees as far as their area and post reach."""

from datetime import date

import pytest

from app.accounts.models import Assignment, User
from app.accounts.queries import names_of, people_of_cooperative
from app.accounts.roles import Role
from app.shared.database import db
from tests.support.people import person


def test_the_desk_sees_officers_of_its_cooperatives_and_nobody_of_the_dinas(
    desk, treasurer, division_head, browse
):
    page = browse(desk).get("/d/pengguna")
    assert page.h1 == "Akun dan kode"
    assert "Siti Aminah" in page.text
    assert "Bendahara, KSP Sumber Rejeki" in page.text
    assert "Endang Susilowati" not in page.text


def test_the_head_of_division_sees_the_dinas_as_well(division_head, treasurer, desk, browse):
    text = browse(division_head).get("/d/pengguna").text
    assert "Dewi Lestari" in text
    assert "Siti Aminah" in text


def test_another_regency_sees_nobody_of_kudus(elsewhere, treasurer, browse):
    browser = browse(elsewhere)
    page = browser.get("/d/pengguna")
    assert "Siti Aminah" not in page.text
    assert "Belum ada yang punya akun." in page.text
    assert browser.get(f"/d/pengguna/{treasurer.user_id}").status == 404


@pytest.mark.parametrize(
    "query", ["q=aminah", "q=bendahara", "q=sumber+rejeki", "q=0812+2900+4417", "q=2900",
              "peran=treasurer", "keadaan=baru"]
)  # fmt: skip
def test_the_list_is_searched_by_what_one_remembers(desk, treasurer, stranger, browse, query):
    user = db.session.get_one(User, treasurer.user_id)
    user.phone, user.password_hash = "+6281229004417", None
    db.session.get_one(Assignment, stranger.assignment_id).role = Role.CHAIR
    db.session.get_one(User, stranger.user_id).username = "sri"
    db.session.commit()
    text = browse(desk).get(f"/d/pengguna?{query}").text
    assert "Siti Aminah" in text
    assert "Sri Wahyuni" not in text


def test_nobody_found_says_so_and_offers_a_way_on(desk, treasurer, browse):
    page = browse(desk).get("/d/pengguna?q=tidak-ada-orang-ini")
    assert "Tidak ada orang yang cocok." in page.text
    assert page.links["Hapus semua saringan"] == "/d/pengguna"


def test_typing_in_the_search_brings_only_the_list(desk, treasurer, browse):
    browser = browse(desk)
    browser.get("/d/pengguna")
    page = browser.get("/d/pengguna?q=aminah", htmx=True)
    assert page.is_fragment
    assert "Siti Aminah" in page.text


def test_people_come_in_pages_of_fifty(desk, cooperative, browse):
    for number in range(52):
        person(Role.SECRETARY, cooperative, name=f"Warga {number:02d}")
    browser = browse(desk)
    assert "1–50 dari 52" in browser.get("/d/pengguna").text
    assert "Warga 51" in browser.get("/d/pengguna?hal=2").text
    assert "Warga 51" in browser.get("/d/pengguna?per=100").text


@pytest.mark.parametrize(
    "who", ["treasurer", "inspector", "agency_head", "observer", "auditor", "supervisory_board"]
)
def test_others_do_not_look_after_people(everyone, browse, who):
    assert browse(everyone(who)).get("/d/pengguna").status == 403


def test_others_may_ask_for_names_and_members(treasurer, chair, stranger, cooperative):
    wanted = {treasurer.user_id, stranger.user_id}
    assert names_of(wanted) == {treasurer.user_id: "Siti Aminah", stranger.user_id: "Sri Wahyuni"}
    members = people_of_cooperative(cooperative.id)
    assert [(each.name, each.role) for each in members] == [
        ("Hartono", Role.CHAIR),
        ("Siti Aminah", Role.TREASURER),
    ]


def test_whoever_left_is_no_member_any_more(treasurer, cooperative):
    db.session.get_one(Assignment, treasurer.assignment_id).ends_on = date(2026, 11, 22)
    db.session.commit()
    assert people_of_cooperative(cooperative.id) == []
