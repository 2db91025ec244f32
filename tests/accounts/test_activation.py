"""From the printed sheet to the first page: the code, the question, the password."""

import pytest
from sqlalchemy import select

from app.accounts.models import AccessCode, User
from app.accounts.services.codes import issue_code
from app.accounts.typed.codes import spelled
from app.shared import clock as app_clock
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support.people import PASSWORD

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


def test_a_newcomer_goes_from_the_sheet_to_the_first_page(newcomer, browse):
    browser = browse()
    page = browser.follow(enter(browser, code_for(newcomer)))
    assert page.h1 == "Benarkah ini Anda?"
    assert "Siti Aminah" in page.text
    assert "Bendahara KSP Sumber Rejeki" in page.text
    page = browser.get(page.links["Ya, ini saya"])
    assert page.h1 == "Buat kata sandi"
    answer = browser.post("/aktivasi/sandi", {"password": GOOD, "consent": "1"})
    assert answer.goes_to == "/k/"
    assert browser.get("/akun").status == 200
    again = browse()
    again.get("/masuk")
    assert again.post("/masuk", {"username": "bendahara", "password": GOOD}).status == 303


def test_the_square_on_the_sheet_fills_the_code_in_but_does_not_use_it(newcomer, browse):
    code = code_for(newcomer)
    page = browse().get(f"/aktivasi?k={code}")
    assert page.soup.find(id="code")["value"] == code
    assert db.session.scalars(select(AccessCode.used_at)).one() is None


def test_a_forgotten_password_is_replaced_and_every_phone_signed_out(treasurer, browse):
    stolen = browse(treasurer)
    browser = browse()
    enter(browser, code_for(treasurer))
    browser.get("/aktivasi/sandi")
    browser.post("/aktivasi/sandi", {"password": GOOD, "consent": "1"})
    assert stolen.get("/akun").status == 303
    assert browser.get("/akun").status == 200
    old = browse()
    old.get("/masuk")
    assert old.post("/masuk", {"username": "bendahara", "password": PASSWORD}).status == 422


def test_a_new_password_lifts_the_lock(treasurer, browse):
    for _ in range(8):
        browser = browse()
        browser.get("/masuk")
        browser.post("/masuk", {"username": "bendahara", "password": "wrong horse"})
    browser = browse()
    enter(browser, code_for(treasurer))
    browser.get("/aktivasi/sandi")
    browser.post("/aktivasi/sandi", {"password": GOOD, "consent": "1"})
    fresh = browse()
    fresh.get("/masuk")
    assert fresh.post("/masuk", {"username": "bendahara", "password": GOOD}).status == 303


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("pendek", "Kata sandi paling sedikit 8 huruf atau angka."),
        ("koperasi2026", "Kata sandi ini terlalu mudah ditebak."),
        ("bismillah", "Kata sandi ini terlalu mudah ditebak."),
        ("siti aminah", "Kata sandi ini terlalu mudah ditebak."),
        ("12345678", "Kata sandi ini terlalu mudah ditebak."),
    ],
)
def test_a_weak_password_is_refused_with_a_way_out(newcomer, browse, password, sentence):
    browser = browse()
    enter(browser, code_for(newcomer))
    browser.get("/aktivasi/sandi")
    page = browser.post("/aktivasi/sandi", {"password": password, "consent": "1"})
    assert page.status == 422
    assert page.error_for("password").startswith(sentence)
    assert db.session.scalars(select(AccessCode.used_at)).one() is None


def test_without_consent_nothing_is_made(newcomer, browse):
    browser = browse()
    enter(browser, code_for(newcomer))
    browser.get("/aktivasi/sandi")
    page = browser.post("/aktivasi/sandi", {"password": GOOD})
    assert page.status == 422
    assert page.error_for("consent") == "Baca pemberitahuan privasi, lalu centang tanda setuju."
    assert db.session.get_one(User, newcomer.user_id).password_hash is None


def test_consent_is_asked_once_in_a_life(treasurer, browse):
    db.session.get_one(User, treasurer.user_id).consented_at = app_clock.now()
    db.session.commit()
    browser = browse()
    enter(browser, code_for(treasurer))
    page = browser.get("/aktivasi/sandi")
    assert page.soup.find(attrs={"name": "consent"}) is None
    assert browser.post("/aktivasi/sandi", {"password": GOOD}).status == 303


def test_whoever_holds_anothers_sheet_can_turn_back(newcomer, browse):
    browser = browse()
    page = browser.follow(enter(browser, code_for(newcomer)))
    page = browser.get(page.links["Bukan saya"])
    assert page.h1 == "Kode ini milik orang lain"
    assert browser.get("/aktivasi/sandi").goes_to == "/aktivasi"
    assert db.session.scalars(select(AccessCode.used_at)).one() is None


def test_nobody_reaches_the_password_page_without_a_code(newcomer, browse):
    browser = browse()
    code_for(newcomer)
    assert browser.get("/aktivasi/orang").goes_to == "/aktivasi"
    browser.get("/masuk")
    answer = browser.post("/aktivasi/sandi", {"password": GOOD, "consent": "1"})
    assert answer.goes_to == "/aktivasi"
    assert db.session.get_one(User, newcomer.user_id).password_hash is None
