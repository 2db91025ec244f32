"""Which pages a phone is told to keep, for whom, and when it is told to let go."""

import json
from datetime import datetime

import pytest
from sqlalchemy import select

from app.accounts.models import SignInSession
from app.accounts.roles import Role
from app.offline import shell
from app.shared.clock import now
from app.shared.database import db
from tests.support import factories
from tests.support.people import PASSWORD, another_post

pytestmark = pytest.mark.either_database
PAGE, READER, BUILD, FORGET = "X-Offline-Page", "X-Reader", "X-Build", "X-Offline-Forget"


@pytest.fixture
def report(cooperative):
    """The address of a report that waits for cooperative A."""
    return f"/k/laporan/{factories.obligation(cooperative).public_id}"


def test_an_officers_own_page_may_be_kept_for_that_officer(browse, treasurer, report):
    page = browse(treasurer).get(report)

    assert page.headers[PAGE] == page.headers[READER] == str(treasurer.user_id)
    assert page.headers[BUILD] == shell.build()


def test_a_page_that_is_not_about_their_cooperative_is_only_said_to_be_theirs(browse, treasurer):
    browser = browse(treasurer)
    for address in ("/akun", "/k/laporan/00000000-0000-0000-0000-000000000000"):
        page = browser.get(address)
        assert page.headers[READER] == str(treasurer.user_id), address
        assert PAGE not in page.headers, address


def test_nobodys_page_names_nobody(browse):
    page = browse().get("/masuk")

    assert page.status == 200
    assert not {PAGE, READER, BUILD, FORGET} & set(page.headers.keys())


def test_a_fragment_is_never_kept_as_a_page(browse, treasurer):
    assert PAGE not in browse(treasurer).get("/k/profil", htmx=True).headers


def test_of_the_dinas_who_sees_what_is_others_nothing_is_kept(browse, desk, report):
    for address in ("/d/", "/d/laporan", report):
        page = browse(desk).get(address)
        assert page.status == 200
        assert page.headers[READER] == str(desk.user_id)
        assert PAGE not in page.headers


def test_on_a_shared_phone_nothing_is_kept_and_the_page_says_why(browse, treasurer, report):
    browser = browse()
    browser.sign_in(treasurer, is_shared_phone=True)

    assert PAGE not in browser.get(report).headers
    assert json.loads(browser.get("/k/bekal").text)["pages"] == []
    assert "Tidak ada yang disimpan di HP bersama" in browser.get("/k/tanpa-internet").text


def test_who_signs_out_leaves_nothing_and_the_phone_is_told_once(browse, treasurer):
    browser = browse(treasurer)
    browser.get("/keluar")
    left = browser.post("/keluar")
    shown = browser.follow(left)

    assert left.headers["Clear-Site-Data"] == '"cache"'
    assert shown.headers[FORGET] == "all"
    assert FORGET not in browser.get("/masuk").headers


def test_a_phone_signed_out_from_elsewhere_is_told_at_its_next_page(browse, treasurer):
    lost, other = browse(treasurer), browse(treasurer)
    db.session.scalars(select(SignInSession).order_by(SignInSession.id)).first().ended_at = now()
    db.session.commit()

    assert lost.follow(lost.get("/k/")).headers[FORGET] == "all"
    assert FORGET not in other.get("/k/").headers


def test_a_sign_in_that_ran_out_takes_nothing_away(browse, treasurer, clock):
    browser = browse(treasurer)
    clock(datetime(2027, 3, 1, 8, 0))  # noqa: DTZ001
    shown = browser.follow(browser.get("/k/"))

    assert shown.h1 == "Masuk"
    assert FORGET not in shown.headers


def test_who_comes_in_another_post_starts_with_an_empty_phone(browse, treasurer, other_cooperative):
    second = another_post(treasurer, Role.TREASURER, other_cooperative)
    browser = browse(treasurer)
    answer = browser.post("/masuk-sebagai", {"post": second.id})

    assert browser.follow(answer).headers[FORGET] == "all"


def test_what_the_worker_fetches_changes_no_cookie_and_meets_no_door(browse, treasurer):
    by_itself = {"X-Offline": "1"}
    signed_in, stranger = browse(treasurer), browse()

    assert "Set-Cookie" not in signed_in.get("/k/", headers=by_itself).headers
    assert stranger.get("/k/bekal", headers=by_itself).status == 401


def test_the_password_works_the_same_on_a_shared_phone(browse, treasurer):
    browser = browse()
    browser.get("/masuk")
    given = {"username": treasurer.username, "password": PASSWORD, "shared": "1"}
    browser.follow(browser.post("/masuk", given))

    assert PAGE not in browser.get("/k/").headers
