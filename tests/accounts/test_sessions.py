"""How long one stays signed in, and what ends it."""

from datetime import datetime

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
