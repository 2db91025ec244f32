"""Signing in and out as people do it: by name or phone, wrongly, too often, in a hurry."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Assignment, SignInSession, SignInTry, User
from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support import factories
from tests.support.browser import Browser
from tests.support.parallel import at_once
from tests.support.people import PASSWORD, Person, another_post

Browse = Callable[..., Browser]
WRONG = "Nomor HP/nama pengguna atau kata sandi belum benar."
LOCKED = "Terlalu banyak percobaan."


def sign_in(browser, username, password=PASSWORD, **more):
    browser.get("/masuk")
    return browser.post("/masuk", {"username": username, "password": password, **more})


def test_a_treasurer_signs_in_and_is_led_to_the_first_page(treasurer: Person, browse: Browse):
    browser = browse()
    page = sign_in(browser, "bendahara")
    assert page.status == 303
    assert page.goes_to == "/k/"
    assert browser.get("/akun").h1 == "Akun"


@pytest.mark.parametrize("typed", ["0812 2900 4417", "+62812-2900-4417", "6281229004417"])
def test_a_phone_number_in_any_spelling_signs_in(treasurer: Person, browse: Browse, typed: str):
    db.session.get_one(User, treasurer.user_id).phone = "+6281229004417"
    db.session.commit()
    assert sign_in(browse(), typed).status == 303


def test_capitals_and_spaces_around_the_username_do_not_matter(treasurer, browse):
    assert sign_in(browse(), "  Bendahara ").status == 303


@pytest.mark.parametrize("username", ["bendahara", "nobody-at-all"])
def test_a_wrong_password_and_an_unknown_name_read_the_same(treasurer, browse, username):
    page = sign_in(browse(), username, "wrong horse")
    assert page.status == 422
    assert page.error_for("username") == WRONG
    assert page.title.startswith("Perlu diperbaiki")


def test_what_was_typed_stays_but_never_the_password(treasurer, browse):
    page = sign_in(browse(), "bendahara", "wrong horse")
    assert page.soup.find(id="username")["value"] == "bendahara"
    assert "wrong horse" not in str(page.soup)


def test_a_failed_try_stands_in_the_audit_trail(treasurer, browse):
    sign_in(browse(), "bendahara", "wrong horse")
    actions = db.session.scalars(select(AuditEntry.action)).all()
    assert actions == ["sign_in.failed"]


@pytest.mark.parametrize("username", ["bendahara", "nobody-at-all"])
def test_after_eight_wrong_tries_even_the_right_password_waits(treasurer, browse, username):
    browser = browse()
    for _ in range(8):
        assert sign_in(browser, username, "wrong horse").error_for("username") == WRONG
    assert LOCKED in sign_in(browser, username).error_for("username")


def test_the_lock_opens_after_fifteen_minutes(treasurer, browse, clock):
    browser = browse()
    for _ in range(8):
        sign_in(browser, "bendahara", "wrong horse")
    clock(datetime(2026, 11, 23, 10, 56, tzinfo=ZONE))
    assert sign_in(browser, "bendahara").status == 422
    clock(datetime(2026, 11, 23, 10, 58, tzinfo=ZONE))
    assert sign_in(browser, "bendahara").status == 303


def test_a_right_password_wipes_earlier_mistakes(treasurer, browse):
    for _ in range(3):
        for _ in range(4):
            sign_in(browse(), "bendahara", "wrong horse")
        assert sign_in(browse(), "bendahara").status == 303
    assert db.session.scalars(select(SignInTry)).all() == []


def test_the_lock_of_one_account_leaves_the_neighbour_alone(treasurer, chair, browse):
    for _ in range(9):
        sign_in(browse(), "bendahara", "wrong horse")
    assert sign_in(browse(), "ketua").status == 303


def test_twenty_guesses_at_once_get_no_more_answers_than_eight(treasurer, app):
    def guess():
        with app.app_context(), app_clock.turned_to(datetime(2026, 11, 23, 10, 42, tzinfo=ZONE)):
            from app.accounts.services.signing_in import knock

            return str(knock("bendahara", "wrong horse").answer)

    answers = at_once([guess] * 20)
    assert sorted(answers) == ["locked"] * 12 + ["wrong"] * 8


def test_a_blocked_person_is_told_whom_to_ask(treasurer, browse):
    db.session.get_one(User, treasurer.user_id).is_blocked = True
    db.session.commit()
    page = sign_in(browse(), "bendahara")
    assert page.status == 422
    assert page.error_for("username").startswith("Akun ini ditutup oleh dinas.")


def test_blocking_ends_what_somebody_is_just_doing(treasurer, browse):
    browser = browse(treasurer)
    assert browser.get("/akun").status == 200
    db.session.get_one(User, treasurer.user_id).is_blocked = True
    db.session.commit()
    assert browser.get("/akun").goes_to.startswith("/masuk")


def test_whoever_left_the_board_is_told_the_term_ended(treasurer, browse):
    post = db.session.get_one(Assignment, treasurer.assignment_id)
    post.ends_on = app_clock.today() - timedelta(days=1)
    db.session.commit()
    page = sign_in(browse(), "bendahara")
    assert page.error_for("username").startswith("Masa tugas Anda di akun ini sudah berakhir.")
    assert db.session.scalars(select(SignInSession)).all() == []


def test_empty_fields_are_named_one_by_one(browse):
    page = sign_in(browse(), "", "")
    assert page.status == 422
    assert page.error_for("username") == "Isi nomor HP atau nama pengguna."
    assert page.error_for("password") == "Isi kata sandi."


def test_after_signing_in_one_lands_where_one_wanted_to_go(treasurer, browse):
    browser = browse()
    asked = browser.get("/akun?a=1")
    page = browser.follow(asked)
    form = page.soup.find(attrs={"name": "next"})
    assert form["value"] == "/akun?a=1"
    answer = browser.post(
        "/masuk", {"username": "bendahara", "password": PASSWORD, "next": form["value"]}
    )
    assert answer.goes_to == "/akun?a=1"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"]
)
def test_a_crafted_link_leads_nowhere_else(treasurer, browse, elsewhere):
    answer = sign_in(browse(), "bendahara", next=elsewhere)
    assert answer.goes_to == "/k/"


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


def test_a_form_without_its_token_signs_nobody_in(treasurer, browse):
    browser = browse()
    browser.get("/masuk")
    answer = browser.post("/masuk", {"username": "bendahara", "password": PASSWORD}, csrf=False)
    assert answer.status == 419


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


def test_old_hashes_are_renewed_with_todays_parameters(treasurer, browse):
    before = db.session.get_one(User, treasurer.user_id).password_hash
    sign_in(browse(), "bendahara")
    after = db.session.get_one(User, treasurer.user_id).password_hash
    assert before != after
    assert "$m=19456,t=2,p=1$" in after
    assert sign_in(browse(), "bendahara").status == 303


def test_no_transaction_is_open_while_a_password_is_checked(
    treasurer, browse, monkeypatch: pytest.MonkeyPatch
):
    import argon2

    seen = []
    real = argon2.PasswordHasher.verify

    def watched(*arguments):
        seen.append(db.session().in_transaction())
        return real(*arguments)

    monkeypatch.setattr(argon2.PasswordHasher, "verify", watched)
    sign_in(browse(), "bendahara")
    assert seen == [False]


def test_the_three_ways_back_are_told_with_the_dinas_number(browse):
    factories.agency()
    page = browse().get("/lupa-sandi")
    assert page.h1 == "Lupa kata sandi"
    assert page.links["Buka WhatsApp"].startswith("https://wa.me/628111000111?text=")
