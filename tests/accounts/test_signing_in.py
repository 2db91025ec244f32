"""Signing in and out as people do it: by name or phone, wrongly, too often, in a hurry."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Assignment, SignInSession, User
from app.audit.models import AuditEntry
from app.shared import clock as app_clock
from app.shared.database import db
from tests.support import factories
from tests.support.browser import Browser
from tests.support.people import PASSWORD, Person

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


def test_a_blocked_person_is_told_whom_to_ask(treasurer, browse):
    db.session.get_one(User, treasurer.user_id).is_blocked = True
    db.session.commit()
    page = sign_in(browse(), "bendahara")
    assert page.status == 422
    assert page.error_for("username").startswith("Akun ini ditutup oleh dinas.")


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


def test_a_form_without_its_token_signs_nobody_in(treasurer, browse):
    browser = browse()
    browser.get("/masuk")
    answer = browser.post("/masuk", {"username": "bendahara", "password": PASSWORD}, csrf=False)
    assert answer.status == 419


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
