"""Guessing is counted: who errs too often waits a quarter of an hour."""

from datetime import datetime

import pytest
from sqlalchemy import select

from app.accounts.models import SignInTry
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from tests.support.parallel import at_once
from tests.support.people import PASSWORD

WRONG = "Nomor HP/nama pengguna atau kata sandi belum benar."


LOCKED = "Terlalu banyak percobaan."


def sign_in(browser, username, password=PASSWORD, **more):
    browser.get("/masuk")
    return browser.post("/masuk", {"username": username, "password": password, **more})


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
