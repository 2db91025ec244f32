"""How long one stays signed in, and what ends it."""

from datetime import datetime

import pytest
from sqlalchemy import select

from app.accounts.models import SignInSession, User
from app.accounts.roles import Role
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support.people import PASSWORD, another_post


def sign_in(browser, username, password=PASSWORD, **more):
    browser.get("/masuk")
    return browser.post("/masuk", {"username": username, "password": password, **more})


def test_blocking_ends_what_somebody_is_just_doing(treasurer, browse):
    browser = browse(treasurer)
    assert browser.get("/akun").status == 200
    db.session.get_one(User, treasurer.user_id).is_blocked = True
    db.session.commit()
    assert browser.get("/akun").goes_to.startswith("/masuk")


def test_a_shared_phone_forgets_after_half_an_hour(treasurer, browse, clock):
    browser = browse()
    sign_in(browser, "bendahara", shared="1")
    clock(datetime(2026, 11, 23, 11, 11, tzinfo=ZONE))
    assert browser.get("/akun").status == 200
    clock(datetime(2026, 11, 23, 11, 42, tzinfo=ZONE))
    assert browser.get("/akun").status == 303


def test_a_treasurer_stays_signed_in_for_two_months_of_use(treasurer, browse, clock):
    browser = browse()
    sign_in(browser, "bendahara")
    clock(datetime(2027, 1, 20, 10, 0, tzinfo=ZONE))
    assert browser.get("/akun").status == 200
    clock(datetime(2027, 3, 22, 10, 0, tzinfo=ZONE))
    assert browser.get("/akun").status == 303


def test_the_dinas_stays_signed_in_for_two_weeks(desk, browse, clock):
    browser = browse()
    sign_in(browser, "staf")
    clock(datetime(2026, 12, 8, 10, 42, tzinfo=ZONE))
    assert browser.get("/akun").status == 303


def test_signing_in_replaces_whatever_cookie_was_there_before(treasurer, browse):
    browser = browse()
    with browser.client.session_transaction() as cookie:
        cookie["planted"] = "by a stranger"
        cookie["_user_id"] = "planted token"
    sign_in(browser, "bendahara")
    with browser.client.session_transaction() as cookie:
        assert "planted" not in cookie
        assert cookie["_user_id"] != "planted token"


def test_the_table_does_not_hold_what_the_cookie_holds(treasurer, browse):
    browser = browse()
    sign_in(browser, "bendahara")
    with browser.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    assert len(bytes.fromhex(token)) == 32
    assert db.session.scalars(select(SignInSession.token_hash)).one() != token


def test_signing_out_ends_the_session_for_good(treasurer, browse):
    browser = browse()
    sign_in(browser, "bendahara")
    with browser.client.session_transaction() as cookie:
        stolen = dict(cookie)
    page = browser.get("/keluar")
    assert page.h1 == "Keluar"
    assert browser.post("/keluar").goes_to == "/masuk"
    with browser.client.session_transaction() as cookie:
        cookie.update(stolen)
    assert browser.get("/akun").status == 303


def test_who_serves_in_two_places_says_first_in_which(stranger, cooperative, browse):
    second = another_post(stranger, Role.CHAIR, cooperative)
    browser = browse()
    answer = sign_in(browser, "bendahara2", next="/akun")
    page = browser.follow(answer)
    assert page.h1 == "Masuk sebagai"
    assert "Ketua KSP Sumber Rejeki" in page.text
    assert browser.post("/masuk-sebagai", {"post": second.id}).goes_to == "/k/"
    assert "Ketua KSP Sumber Rejeki" in browser.get("/akun").text


def test_nobody_signs_in_as_somebody_elses_post(stranger, treasurer, browse):
    browser = browse(stranger)
    browser.get("/masuk-sebagai")
    assert browser.post("/masuk-sebagai", {"post": treasurer.assignment_id}).status == 404


def test_who_has_not_said_in_which_post_they_come_is_asked_and_goes_on(
    browse, treasurer, other_cooperative
):
    another_post(treasurer, Role.CHAIR, other_cooperative)
    browser = browse()
    browser.sign_in(treasurer, assignment_id=None)

    answer = browser.get("/k/laporan?per=100")
    assert answer.goes_to == "/masuk-sebagai?next=/k/laporan?per%3D100"
    asked = browser.follow(answer)
    answer = browser.submit(asked.form("masuk-sebagai").press("Bendahara"))
    assert answer.goes_to == "/k/laporan?per=100"
    assert browser.follow(answer).status == 200


@pytest.mark.parametrize(("url", "status"), [("/d/atur", 403), ("/tidak-ada", 404)])
def test_a_refusal_keeps_the_header_and_offers_the_other_post(browse, treasurer, url, status):
    another_post(treasurer, Role.DESK)
    browser = browse(treasurer)

    refused = browser.get(url)

    assert refused.status == status
    assert "Siti Aminah" in refused.text
    assert refused.link("Beranda") == "/k/"
    assert refused.link("Ke halaman saya") == "/k/"
    choice = browser.get(refused.links["Ganti tugas"])
    assert choice.form("masuk-sebagai").data["next"] == url


def test_who_has_one_post_is_offered_no_other(browse, treasurer):
    refused = browse(treasurer).get("/d/atur")

    assert "Ganti tugas" not in refused.text
    assert refused.link("Ke halaman saya") == "/k/"


@pytest.mark.parametrize(
    ("who", "home"), [("observer", "/d/ringkasan"), ("administrator", "/d/pengguna")]
)
def test_from_the_public_pages_everyone_comes_to_their_own_first_page(browse, everyone, who, home):
    assert browse(everyone(who)).get("/").link("Ke halaman saya") == home


def close_account(browse, desk, treasurer):
    other = browse(desk)
    other.get("/d/pengguna")
    other.post(f"/d/pengguna/{treasurer.user_id}/tutup")


def end_from_elsewhere(browse, _desk, treasurer):
    other = browse(treasurer)
    page = other.get("/akun")
    other.submit(page.form("Keluar"))


@pytest.mark.parametrize(
    ("happen", "told"),
    [
        (close_account, "Akun ini ditutup oleh dinas."),
        (end_from_elsewhere, "HP atau komputer ini dikeluarkan dari tempat lain."),
    ],
)
def test_whoever_is_out_reads_why_once(browse, desk, treasurer, happen, told):
    theirs = browse(treasurer)
    assert theirs.get("/k/").status == 200
    happen(browse, desk, treasurer)

    answer = theirs.get("/k/")
    assert answer.goes_to == "/masuk?next=/k/"
    assert told in theirs.follow(answer).text
    assert told not in theirs.follow(theirs.get("/k/")).text


def test_a_session_that_grew_old_says_so(browse, treasurer, clock):
    theirs = browse()
    theirs.sign_in(treasurer, is_shared_phone=True)
    clock(datetime(2026, 11, 23, 12, 0, tzinfo=ZONE))

    assert "Anda lama tidak membuka" in theirs.follow(theirs.get("/k/")).text


def test_a_stranger_is_told_nothing(browse):
    page = browse().follow(browse().get("/k/"))

    assert page.soup.select(".note") == []
