"""Everyone keeps their own account: name, phone, password, sessions, colours."""

from sqlalchemy import select

from app.accounts.models import SignInSession, User
from app.audit.models import AuditEntry
from app.shared.database import db
from tests.support.people import PASSWORD

GOOD = "kursi-hujan-sepeda-41"


def test_a_treasurer_corrects_name_and_number(treasurer, browse):
    browser = browse(treasurer)
    form = browser.get("/akun").form("seen")
    form.fill(name=" Siti  Aminah, S.E. ", phone="0812 2900 4417")
    page = browser.follow(browser.submit(form))
    assert "Nama dan nomor HP sudah disimpan." in page.text
    user = db.session.get_one(User, treasurer.user_id)
    assert (user.name, user.phone) == ("Siti Aminah, S.E.", "+6281229004417")
    entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.details["name_before"] == "Siti Aminah"
    assert entry.actor == "Siti Aminah (Bendahara KSP Sumber Rejeki)"


def test_a_number_that_is_none_is_named_and_kept_as_typed(treasurer, browse):
    browser = browse(treasurer)
    browser.get("/akun")
    page = browser.post("/akun", {"name": "Siti", "phone": "0812 x"})
    assert page.status == 422
    assert page.error_for("phone") == "Nomor HP belum benar. Contoh: 0812-3456-7890"
    assert page.soup.find(id="phone")["value"] == "0812 x"


def test_two_people_cannot_share_a_number(treasurer, chair, browse):
    db.session.get_one(User, chair.user_id).phone = "+6281229004417"
    db.session.commit()
    browser = browse(treasurer)
    browser.get("/akun")
    page = browser.post("/akun", {"name": "Siti", "phone": "+62 812 2900 4417"})
    assert page.error_for("phone") == "Nomor HP ini sudah dipakai akun lain."


def test_the_number_may_be_taken_away_again(treasurer, browse):
    db.session.get_one(User, treasurer.user_id).phone = "+6281229004417"
    db.session.commit()
    browser = browse(treasurer)
    page = browser.get("/akun")
    assert page.soup.find(id="phone")["value"] == "0812-2900-4417"
    browser.submit(page.form("seen").fill(phone=""))
    assert db.session.get_one(User, treasurer.user_id).phone is None


def test_a_changed_password_signs_other_phones_out(treasurer, browse):
    other, browser = browse(treasurer), browse(treasurer)
    browser.get("/akun/sandi")
    answer = browser.post("/akun/sandi", {"current": PASSWORD, "password": GOOD})
    page = browser.follow(answer)
    assert "HP lain yang pernah masuk sudah dikeluarkan." in page.text
    assert other.get("/akun").status == 303
    fresh = browse()
    fresh.get("/masuk")
    assert fresh.post("/masuk", {"username": "bendahara", "password": GOOD}).status == 303


def test_a_borrowed_phone_does_not_change_the_password(treasurer, browse):
    browser = browse(treasurer)
    browser.get("/akun/sandi")
    page = browser.post("/akun/sandi", {"current": "guessed it", "password": GOOD})
    assert page.status == 422
    assert page.error_for("current") == "Kata sandi sekarang belum benar."


def test_guessing_the_password_from_within_is_limited_as_well(treasurer, browse):
    browser = browse(treasurer)
    browser.get("/akun/sandi")
    for _ in range(8):
        browser.post("/akun/sandi", {"current": "guessed it", "password": GOOD})
    page = browser.post("/akun/sandi", {"current": PASSWORD, "password": GOOD})
    assert page.error_for("current").startswith("Terlalu banyak percobaan.")


def test_a_lost_phone_is_signed_out_from_another(treasurer, browse):
    lost, browser = browse(treasurer), browse(treasurer)
    newest = select(SignInSession.id).order_by(SignInSession.id)
    lost_id, _own_id = db.session.scalars(newest).all()
    page = browser.get("/akun")
    assert page.text.count("Chrome di HP Android") + page.text.count("Chrome di Android") >= 2
    assert browser.post(f"/akun/sesi/{lost_id}/akhiri").goes_to == "/akun"
    assert lost.get("/akun").status == 303
    assert browser.get("/akun").status == 200


def test_nobody_signs_a_strangers_phone_out(treasurer, stranger, browse):
    theirs = browse(stranger)
    browser = browse(treasurer)
    session_id = db.session.scalars(
        select(SignInSession.id).where(SignInSession.user_id == stranger.user_id)
    ).one()
    browser.get("/akun")
    assert browser.post(f"/akun/sesi/{session_id}/akhiri").status == 404
    assert theirs.get("/akun").status == 200


def test_dark_colours_are_chosen_without_script_and_kept(treasurer, browse):
    browser = browse(treasurer)
    browser.get("/akun")
    browser.post("/akun/tampilan", {"theme": "dark"})
    assert browser.get("/akun").soup.html["data-theme"] == "dark"
    browser.post("/akun/tampilan", {"theme": ""})
    assert "data-theme" not in browser.get("/akun").soup.html.attrs
    browser.post("/akun/tampilan", {"theme": "<script>"})
    assert "data-theme" not in browser.get("/akun").soup.html.attrs


def test_saving_ones_account_unchanged_says_so_and_leaves_no_trace(treasurer, browse):
    browser = browse(treasurer)
    page = browser.follow(browser.submit(browser.get("/akun").form("seen")))

    assert "Tidak ada yang diubah, jadi tidak ada yang disimpan." in page.text
    assert db.session.query(AuditEntry).filter_by(action="person.changed").count() == 0
