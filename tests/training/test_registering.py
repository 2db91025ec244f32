"""Cooperatives ask for places: one tap, changed, taken back; never two for one place."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.training import queries, services
from app.training.models import TrainingPlace
from app.training.seating import Standing, standing_of
from tests.support import factories, shelves
from tests.support.parallel import at_once
from tests.support.people import person


def standing(event, cooperative):
    return standing_of(queries.asked_for([event])[event.id], event.quota, cooperative.id)


@pytest.fixture
def event(app):
    return shelves.event(quota=3)


def test_one_tap_registers_and_says_what_came_of_it(browse, treasurer, cooperative, event):
    browser = browse(treasurer)
    form = browser.get("/k/pelatihan").form("Daftarkan")
    assert form.data["persons"] == "1"
    page = browser.follow(browser.submit(form.fill(persons="2")))

    assert "2 orang sudah terdaftar" in page.text
    assert "2 orang mendapat tempat" in page.text
    assert standing(event, cooperative) == Standing(2, 0)


def test_who_comes_too_late_for_a_place_waits_in_order(
    browse, treasurer, stranger, cooperative, other_cooperative, event
):
    services.register(event, other_cooperative.id, 2, stranger.user_id)
    db.session.commit()
    browser = browse(treasurer)
    form = browser.get("/k/pelatihan").form("Daftarkan").fill(persons="3")
    page = browser.follow(browser.submit(form))

    assert "1 orang mendapat tempat, 2 menunggu mulai urutan 1." in page.text
    services.register(event, other_cooperative.id, 0, stranger.user_id)
    assert standing(event, cooperative) == Standing(3, 0)


def test_more_people_ask_at_the_end_and_fewer_let_go_of_the_last(
    cooperative, other_cooperative, event
):
    services.register(event, cooperative.id, 2, 1)
    services.register(event, other_cooperative.id, 1, 2)
    services.register(event, cooperative.id, 3, 1)
    assert standing(event, cooperative) == Standing(2, 1, 1)
    assert standing(event, other_cooperative) == Standing(1, 0)

    services.register(event, cooperative.id, 1, 1)
    services.register(event, other_cooperative.id, 3, 2)
    assert standing(event, cooperative) == Standing(1, 0)
    assert standing(event, other_cooperative) == Standing(2, 1, 1)


def test_it_can_be_taken_back_and_the_same_twice_leaves_one_trace(browse, treasurer, event):
    browser = browse(treasurer)
    for _twice in range(2):
        browser.submit(browser.get("/k/pelatihan").form("persons").fill(persons="2"))
    page = browser.get("/k/pelatihan")
    told = browser.follow(browser.submit(page.form("persons").press("Batalkan pendaftaran")))

    assert "sudah dibatalkan" in told.text
    assert db.session.scalar(select(func.count(TrainingPlace.id))) == 0
    traces = select(AuditEntry).where(AuditEntry.action == "training.registered")
    assert [each.details["persons"] for each in db.session.scalars(traces)] == [2, 0]


@pytest.mark.either_database
@pytest.mark.parametrize("typed", ["", "0", "-1", "21", "dua", "1,5"])
def test_what_is_no_number_of_people_comes_back_with_the_reason(browse, treasurer, event, typed):
    browser = browse(treasurer)
    form = browser.get("/k/pelatihan").form("Daftarkan").fill(persons=typed)
    page = browser.submit(form)

    assert page.status == 422
    assert page.errors
    assert page.form("persons").data["persons"] == typed
    assert db.session.scalar(select(func.count(TrainingPlace.id))) == 0


def test_after_registration_closed_one_may_only_take_people_back(cooperative, event, clock):
    services.register(event, cooperative.id, 2, 1)
    clock(datetime(2026, 12, 6, 23, tzinfo=ZONE))
    with pytest.raises(RuleBroken, match="Pendaftaran ditutup"):
        services.register(event, cooperative.id, 3, 1)
    services.register(event, cooperative.id, 1, 1)
    assert standing(event, cooperative) == Standing(1, 0)

    clock(datetime(2026, 12, 7, 9, tzinfo=ZONE))
    with pytest.raises(RuleBroken, match="sudah dimulai"):
        services.register(event, cooperative.id, 0, 1)


def test_nobody_registers_for_what_is_cancelled(browse, treasurer, cooperative, event):
    services.cancel(event, "Pemateri sakit.")
    db.session.commit()
    with pytest.raises(RuleBroken, match="Pemateri sakit"):
        services.register(event, cooperative.id, 1, 1)
    page = browse(treasurer).get("/k/pelatihan")
    assert "Pemateri sakit." in page.text
    assert not page.soup.select("form[action*=pelatihan]")


def test_of_many_at_the_same_moment_each_gets_what_the_order_gives(browse, app):
    event = shelves.event(quota=4)
    address = f"/k/pelatihan/{event.id}"
    owners = [factories.cooperative() for _ in range(4)]
    browsers = [browse(person(Role.TREASURER, owner)) for owner in owners]
    ids = [owner.id for owner in owners]
    for each in browsers:
        each.get("/k/pelatihan")

    pages = at_once([partial(each.post, address, {"persons": "2"}) for each in browsers])

    assert [page.status for page in pages] == [303] * 4
    asked = queries.asked_for([event])[event.id]
    each_of = [standing_of(asked, 4, cooperative_id) for cooperative_id in ids]
    assert sorted((one.seated, one.waiting) for one in each_of) == [(0, 2), (0, 2), (2, 0), (2, 0)]
    said = [browser.get("/k/pelatihan").text for browser in browsers]
    assert sum("2 orang sudah terdaftar" in text for text in said) == 2
    assert sum("2 menunggu" in text for text in said) == 2


def test_the_same_press_twice_at_once_is_one_registration(browse, treasurer, cooperative, event):
    address = f"/k/pelatihan/{event.id}"
    browsers = [browse(treasurer) for _ in range(3)]
    for each in browsers:
        each.get("/k/pelatihan")
    at_once([partial(each.post, address, {"persons": "2"}) for each in browsers])

    assert standing(event, cooperative) == Standing(2, 0)


def test_anyone_sees_what_is_coming_but_no_names(browse, cooperative, event):
    services.register(event, cooperative.id, 2, 1)
    shelves.event(title="Sudah lewat", starts_at=app_clock.now() - timedelta(days=9),
                  ends_at=app_clock.now() - timedelta(days=8))  # fmt: skip
    shelves.event(title="Di Jepara", regency="33.20")
    db.session.commit()
    page = browse().get("/informasi/pelatihan")

    assert event.title in page.text
    assert "3 orang, sisa 1" in page.text
    assert "Sumber Rejeki" not in page.text
    assert "Sudah lewat" not in page.text
    assert "Di Jepara" not in page.text


def test_the_link_is_only_for_who_has_a_place(browse, treasurer, stranger, cooperative):
    event = shelves.event(link="https://rapat.example/1", quota=1)
    services.register(event, cooperative.id, 1, 1)
    db.session.commit()

    assert "https://rapat.example/1" in browse(treasurer).get("/k/pelatihan").html
    assert "https://rapat.example/1" not in browse(stranger).get("/k/pelatihan").html
    assert "https://rapat.example/1" not in browse().get("/informasi/pelatihan").html


def test_an_event_of_another_regency_is_not_there(browse, treasurer):
    other = shelves.event(regency="33.20")
    assert browse(treasurer).post(f"/k/pelatihan/{other.id}", {"persons": "1"}).status == 404
