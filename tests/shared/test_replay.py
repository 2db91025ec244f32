"""A phone that sends a write again, because the answer was lost on its way."""

import uuid
from datetime import timedelta
from functools import partial

import pytest

from app.cooperatives.models import Cooperative
from app.reports.models import Report
from app.shared import clock as app_clock
from app.shared.database import db
from app.shared.models import ReplayedRequest
from app.shared.writing.replay import KEPT_FOR, forget_old
from tests.support import factories
from tests.support.parallel import at_once

PAGE = {"autosave": "1", "members_opening": "120", "writer": "w1"}


@pytest.fixture
def key():
    return {"Idempotency-Key": str(uuid.uuid4())}


@pytest.fixture
def owed(app, treasurer):
    del app
    return factories.obligation(
        db.session.get_one(Cooperative, treasurer.cooperative_id), 2026, 3
    ).public_id


def save(browser, owed, headers, **changes):
    address = f"/k/laporan/{owed}/isi/anggota"
    return browser.post(address, {**PAGE, **changes}, htmx=True, headers=headers)


def saves(owed):
    """How often the page was really saved."""
    db.session.rollback()
    report = db.session.get(Report, owed)
    return report.page_versions["anggota"]["number"] if report else 0


def answers():
    db.session.rollback()
    return db.session.query(ReplayedRequest).all()


def test_the_second_time_has_no_effect_and_the_first_answer(browse, treasurer, owed, key, clock):
    browser = browse(treasurer)
    browser.get("/k/")
    first = save(browser, owed, key)
    clock(app_clock.now() + timedelta(hours=3))
    second = save(browser, owed, key)

    assert saves(owed) == 1
    assert (second.status, second.text) == (first.status, first.text)
    assert second.headers["X-Saved-At"] == first.headers["X-Saved-At"]


def test_without_a_key_each_time_counts(browse, treasurer, owed):
    browser = browse(treasurer)
    browser.get("/k/")
    save(browser, owed, {})
    save(browser, owed, {})

    assert saves(owed) == 2
    assert not answers()


def test_the_same_key_with_other_content_is_refused_in_words(browse, treasurer, owed, key):
    browser = browse(treasurer)
    browser.get("/k/")
    save(browser, owed, key)
    page = save(browser, owed, key, writer="w2")

    assert page.status == 409
    assert "pernah dikirim dengan isi lain" in page.text
    assert saves(owed) == 1


def test_a_refusal_is_not_kept_so_that_it_can_be_mended(browse, treasurer, owed, key):
    browser = browse(treasurer)
    browser.get("/k/")
    address = f"/k/laporan/{owed}/isi/anggota"
    refused = browser.post(address, {"members_opening": "12.50"}, headers=key)
    again = browser.post(address, {"members_opening": "12.50"}, headers=key)

    assert (refused.status, again.status) == (422, 422)
    assert all(each.status == 0 for each in answers())


def test_a_lost_answer_of_sending_leads_to_the_one_receipt(browse, treasurer, owed, key):
    browser = browse(treasurer)
    browser.get("/k/")
    address = f"/k/laporan/{owed}/nihil"
    first = browser.post(address, {}, headers=key)
    second = browser.post(address, {}, headers=key)

    assert first.status == second.status
    assert first.goes_to == second.goes_to


def test_of_five_at_the_same_moment_one_takes_effect(browse, treasurer, owed, key):
    browsers = [browse(treasurer) for _ in range(5)]
    for each in browsers:
        each.get("/k/")
    pages = at_once([partial(save, each, owed, key) for each in browsers])

    assert {page.status for page in pages} == {200}
    assert len({page.text for page in pages}) == 1
    assert saves(owed) == 1


def test_the_key_of_another_person_is_another_key(browse, treasurer, chair, owed, key):
    for person in (treasurer, chair):
        browser = browse(person)
        browser.get("/k/")
        save(browser, owed, key)

    assert saves(owed) == 2


def test_a_key_that_is_none_is_refused(browse, treasurer, owed):
    browser = browse(treasurer)
    browser.get("/k/")
    assert save(browser, owed, {"Idempotency-Key": "satu"}).status == 400


def test_old_answers_are_forgotten_and_young_ones_kept(browse, treasurer, owed, key):
    browser = browse(treasurer)
    browser.get("/k/")
    save(browser, owed, key)

    assert forget_old(app_clock.now() + KEPT_FOR - timedelta(hours=1)) == 0
    assert forget_old(app_clock.now() + KEPT_FOR + timedelta(hours=1)) == 1
