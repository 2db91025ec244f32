"""Nobody reaches beyond their area, above their post, or into their own account."""

import pytest
from sqlalchemy import select

from app.accounts.models import AccessCode, Assignment
from app.accounts.roles import Role
from app.shared.database import db
from tests.support import factories
from tests.support.people import another_post


@pytest.mark.parametrize("tail", ["", "/ubah", "/kode", "/tutup", "/peran/baru"])
def test_the_desk_does_not_reach_the_head_of_division(desk, division_head, browse, tail):
    assert browse(desk).get(f"/d/pengguna/{division_head.user_id}{tail}").status == 404


def test_the_desk_cannot_take_over_a_head_who_is_also_a_chair(
    desk, division_head, cooperative, browse
):
    another_post(division_head, Role.CHAIR, cooperative)
    browser = browse(desk)
    page = browser.get(f"/d/pengguna/{division_head.user_id}")
    assert page.status == 200
    assert "Kepala bidang" not in page.text
    assert "juga punya peran di luar wilayah Anda atau di dinas" in page.text
    answer = browser.post(f"/d/pengguna/{division_head.user_id}/kode", {"sure": "1"})
    assert answer.status == 409
    assert db.session.scalars(select(AccessCode)).all() == []


def test_the_desk_cannot_appoint_to_the_dinas(desk, treasurer, browse):
    browser = browse(desk)
    assert browser.get("/d/pengguna/baru?tempat=dinas").status == 404
    url = f"/d/pengguna/{treasurer.user_id}/peran/baru"
    browser.get("/d/pengguna")
    sent = {"tempat": "dinas", "role": "administrator", "starts_on": "2026-11-23"}
    assert browser.post(url, sent).status == 404


def test_the_scope_typed_by_hand_cannot_leave_ones_own(administrator, browse):
    db.session.get_one(Assignment, administrator.assignment_id).scope = "33"
    db.session.commit()
    browser = browse(administrator)
    browser.get("/d/pengguna/baru?tempat=dinas")
    sent = {"tempat": "dinas", "name": "Jauh", "role": "desk", "starts_on": "2026-11-23"}
    page = browser.post("/d/pengguna/baru", {**sent, "scope": "34.02"})
    assert page.error_for("scope").startswith("Kode wilayah ini tidak termasuk wilayah Anda.")
    assert browser.post("/d/pengguna/baru", {**sent, "scope": "33.20"}).status == 303


def test_a_regency_cannot_smuggle_in_a_wider_scope(administrator, browse):
    browser = browse(administrator)
    browser.get("/d/pengguna/baru?tempat=dinas")
    sent = {"tempat": "dinas", "name": "Luas", "role": "desk", "starts_on": "2026-11-23"}
    assert browser.post("/d/pengguna/baru", {**sent, "scope": "33"}).status == 303
    newest = select(Assignment.scope).order_by(Assignment.id.desc()).limit(1)
    assert db.session.scalar(newest) == "33.19"


def test_a_cooperative_elsewhere_is_no_place_to_appoint_to(desk, browse):
    far = factories.cooperative(name="KSP Jepara", village="33.20.01.2001")
    browser = browse(desk)
    assert browser.get(f"/d/pengguna/baru?koperasi={far.id}").status == 404
    assert "KSP Jepara" not in browser.get("/d/pengguna/baru?q=jepara").text


@pytest.mark.parametrize("act", ["kode", "tutup", "buka", "ubah"])
def test_nobody_does_this_to_themselves(administrator, browse, act):
    browser = browse(administrator)
    browser.get("/d/pengguna")
    answer = browser.post(f"/d/pengguna/{administrator.user_id}/{act}", {"sure": "1"})
    assert answer.status == 409
    assert "Ini akun Anda sendiri." in answer.text


def test_nobody_ends_or_widens_their_own_role(administrator, browse):
    browser = browse(administrator)
    base = f"/d/pengguna/{administrator.user_id}/peran"
    browser.get("/d/pengguna")
    sent = {"ends_on": "2026-11-30"}
    assert browser.post(f"{base}/{administrator.assignment_id}/akhiri", sent).status == 409
    sent = {"tempat": "dinas", "role": "division_head", "starts_on": "2026-11-23"}
    assert browser.post(f"{base}/baru", sent).status == 409


def test_a_role_of_another_person_cannot_be_ended_through_this_one(
    desk, treasurer, stranger, browse
):
    browser = browse(desk)
    url = f"/d/pengguna/{treasurer.user_id}/peran/{stranger.assignment_id}/akhiri"
    assert browser.get(url).status == 404
