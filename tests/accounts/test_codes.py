"""A code: read generously, good once, for a while, for one person."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import AccessCode, Assignment, SignInSession, User
from app.accounts.services.codes import issue_code
from app.accounts.typed.codes import spelled
from app.audit.models import AuditEntry
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support.parallel import at_once

GOOD = "kursi-hujan-sepeda-41"


WRONG = "Kode belum benar atau sudah dipakai. Periksa lagi huruf dan angkanya."


def code_for(person) -> str:
    with write_transaction():
        code, _row = issue_code(db.session.get_one(User, person.user_id))
    return spelled(code)


@pytest.fixture
def newcomer(treasurer):
    """A treasurer who has never signed in."""
    db.session.get_one(User, treasurer.user_id).password_hash = None
    db.session.commit()
    return treasurer


def enter(browser, code):
    browser.get("/aktivasi")
    return browser.post("/aktivasi", {"code": code})


def in_words_of_the_phone(code):
    return code.replace("-", " ")


def with_lookalikes(code):
    return code.replace("0", "O").replace("1", "l")


@pytest.mark.parametrize("spoil", [str.lower, in_words_of_the_phone, with_lookalikes])
def test_the_code_is_read_generously(newcomer, browse, spoil):
    assert enter(browse(), spoil(code_for(newcomer))).status == 303


@pytest.mark.parametrize("typed", ["ABCD", "ABCD-EFGH-JKM!", "0000-0000-0000", "ABCD-EFGH-JKMU"])
def test_a_wrong_code_is_named_as_such(newcomer, browse, typed):
    page = enter(browse(), typed)
    assert page.status == 422
    assert page.error_for("code") == WRONG


def test_a_code_works_once(newcomer, browse):
    code = code_for(newcomer)
    browser = browse()
    enter(browser, code)
    browser.get("/aktivasi/sandi")
    browser.post("/aktivasi/sandi", {"password": GOOD, "consent": "1"})
    assert enter(browse(), code).error_for("code") == WRONG


def test_a_newer_code_voids_the_older(newcomer, browse):
    old, new = code_for(newcomer), code_for(newcomer)
    assert enter(browse(), old).error_for("code") == WRONG
    assert enter(browse(), new).status == 303


def test_a_first_code_lasts_thirty_days(newcomer, browse, clock):
    code = code_for(newcomer)
    clock(datetime(2026, 12, 23, 10, 41, tzinfo=ZONE))
    assert enter(browse(), code).status == 303
    clock(datetime(2026, 12, 23, 10, 43, tzinfo=ZONE))
    page = enter(browse(), code)
    assert page.error_for("code") == (
        "Kode ini sudah lewat masa berlakunya. Minta kode baru ke dinas."
    )


def test_a_code_for_a_forgotten_password_lasts_a_day(treasurer, browse, clock):
    code = code_for(treasurer)
    clock(datetime(2026, 11, 24, 10, 43, tzinfo=ZONE))
    assert "lewat masa berlakunya" in enter(browse(), code).error_for("code")


def test_wrong_guesses_at_one_code_lock_it_but_not_another(newcomer, chair, browse):
    code, other = code_for(newcomer), code_for(chair)
    for number in range(8):
        assert enter(browse(), f"{code[:4]}-0000-000{number}").error_for("code") == WRONG
    assert enter(browse(), code).error_for("code").startswith("Terlalu banyak percobaan.")
    assert enter(browse(), other).status == 303


def test_a_blocked_person_cannot_come_back_by_a_code(newcomer, browse):
    code = code_for(newcomer)
    db.session.get_one(User, newcomer.user_id).is_blocked = True
    db.session.commit()
    assert enter(browse(), code).error_for("code").startswith("Akun ini ditutup oleh dinas.")


def test_whoever_left_the_board_cannot_come_back_by_a_code(newcomer, browse):
    code = code_for(newcomer)
    post = db.session.get_one(Assignment, newcomer.assignment_id)
    post.ends_on = app_clock.today() - timedelta(days=1)
    db.session.commit()
    assert enter(browse(), code).error_for("code").startswith("Masa tugas Anda")


def test_the_same_code_sent_five_times_at_once_makes_one_session(newcomer, app: Flask, browse):
    browser = browse()
    enter(browser, code_for(newcomer))
    browser.get("/aktivasi/sandi")
    token = browser.csrf_token()
    cookie = browser.client.get_cookie("ekoperasi").value

    def send():
        client = app.test_client()
        client.set_cookie("ekoperasi", cookie)
        sent = {"password": GOOD, "consent": "1", "csrf_token": token}
        with app.app_context():
            return client.post("/aktivasi/sandi", data=sent).headers["Location"]

    assert sorted(at_once([send] * 5)) == ["/aktivasi"] * 4 + ["/k/"]
    open_ones = select(SignInSession.id).where(SignInSession.ended_at.is_(None))
    assert len(db.session.scalars(open_ones).all()) == 1


def test_the_code_itself_is_nowhere_in_the_database(newcomer):
    code = code_for(newcomer).replace("-", "")
    row = db.session.scalars(select(AccessCode)).one()
    written = [row.lookup, *(str(each.details) for each in db.session.scalars(select(AuditEntry)))]
    assert not any(code in text or code[:4] in text for text in written)
