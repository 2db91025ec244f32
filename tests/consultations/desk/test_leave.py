from datetime import date, datetime

import pytest

from app.agency.models import DistrictOfficer
from app.consultations.desk.models import OfficerLeave, OfficerTopic
from app.consultations.desk.queries.officers import candidates
from app.consultations.desk.services.clockwork import make_due
from app.consultations.desk.services.leave import add_leave, end_leave, follow_leave, set_topics
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.errors import RuleBroken
from tests.support import factories, threads

REGENCY = "33.19"


def tick():
    made = make_due(app_clock.now())
    db.session.commit()
    return made


@pytest.fixture
def away(desk, colleague):
    """Dewi is away from Tuesday to Thursday; Rina covers."""
    leave = add_leave(
        REGENCY, desk.user_id, date(2026, 11, 24), date(2026, 11, 26), colleague.user_id
    )
    db.session.commit()
    return leave


def on(clock, day, hour=9):
    clock(datetime(2026, 11, day, hour, tzinfo=ZONE))


def test_open_questions_go_to_the_cover_and_come_back(
    thread, away, desk, colleague, clock, now_of, happened
):
    tick()
    assert now_of(thread).assignee_id == desk.user_id
    on(clock, 24)
    tick()
    assert now_of(thread).assignee_id == colleague.user_id
    assert tick() == 0
    on(clock, 27)
    tick()
    assert now_of(thread).assignee_id == desk.user_id
    tick()
    assert happened(thread).count("handed_over") == 2


def test_a_new_question_goes_to_the_cover_at_once(
    away, desk, colleague, clock, cooperative, treasurer
):
    factories.save(DistrictOfficer(district="33.19.02", user_id=desk.user_id))
    on(clock, 24)
    assert threads.asked(cooperative, treasurer).assignee_id == colleague.user_id
    on(clock, 27)
    tick()
    assert threads.asked(cooperative, treasurer).assignee_id == desk.user_id


def test_what_another_has_taken_meanwhile_stays_with_them(
    thread, away, desk, colleague, clock, now_of
):
    on(clock, 24)
    tick()
    held = now_of(thread)
    who = threads.reader(colleague)
    threads.happened(held, colleague, "claimed", to=who.user_id, to_name=who.name, why="")
    on(clock, 27)
    tick()
    assert now_of(thread).assignee_id == colleague.user_id


def test_leave_that_begins_today_counts_at_once_and_ending_it_gives_back(
    thread, desk, colleague, now_of
):
    leave = add_leave(REGENCY, desk.user_id, date(2026, 11, 23), date(2026, 11, 23), None)
    db.session.commit()
    assert now_of(thread).assignee_id == colleague.user_id
    for _ in range(2):
        end_leave(REGENCY, leave.id)
        db.session.commit()
    assert now_of(thread).assignee_id == desk.user_id


def test_days_overlap_nowhere(away, desk):
    with pytest.raises(RuleBroken):
        add_leave(REGENCY, desk.user_id, date(2026, 11, 26), date(2026, 11, 30), None)


def test_nobody_covers_when_everybody_is_away(thread, away, colleague, clock, now_of, desk):
    add_leave(REGENCY, colleague.user_id, date(2026, 11, 24), date(2026, 11, 26), None)
    on(clock, 24)
    assert follow_leave(REGENCY) == 0
    db.session.commit()
    assert now_of(thread).assignee_id == desk.user_id


def test_of_many_questions_each_goes_to_the_freest_as_the_load_grows(
    desk, colleague, division_head, cooperative, treasurer
):
    set_topics(REGENCY, {division_head.user_id: {"dispute"}})
    for _ in range(4):
        held = threads.asked(cooperative, treasurer, topic="other")
        threads.happened(held, desk, "claimed", to=desk.user_id, to_name=desk.name, why="")
    add_leave(REGENCY, desk.user_id, date(2026, 11, 23), date(2026, 11, 24), None)
    db.session.commit()
    load = {each.user_id: each.open_threads for each in candidates(REGENCY)}
    assert load == {desk.user_id: 0, colleague.user_id: 2, division_head.user_id: 2}


def test_the_head_of_division_gets_questions_only_with_a_district_or_a_topic(desk, division_head):
    assert [each.user_id for each in candidates(REGENCY)] == [desk.user_id]
    set_topics(REGENCY, {division_head.user_id: {"dispute"}})
    assert division_head.user_id in {each.user_id for each in candidates(REGENCY)}


def test_where_there_is_no_desk_officer_the_head_gets_them(app, division_head):
    assert [each.user_id for each in candidates(REGENCY)] == [division_head.user_id]


def test_the_page_of_leave_adds_and_removes(browse, division_head, desk, colleague):
    browser = browse(division_head)
    form = browser.get("/d/atur/cuti").form("Simpan cuti")
    form.fill(user_id=str(desk.user_id), starts_on="2026-11-24", ends_on="2026-11-26")
    browser.submit(form.fill(covered_by=str(colleague.user_id)))

    page = browser.get("/d/atur/cuti")
    assert "24\u00a0November 2026" in page.html
    browser.submit(page.form("Hapus"))
    assert db.session.query(OfficerLeave).count() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_on": "2026-11-20"}, "ends_on"),
        ({"starts_on": ""}, "starts_on"),
        ({"covered_by": "same"}, "covered_by"),
    ],
)
def test_what_is_typed_wrong_is_said_beside_the_field(browse, division_head, desk, changes, field):
    browser = browse(division_head)
    form = browser.get("/d/atur/cuti").form("Simpan cuti")
    form.fill(user_id=str(desk.user_id), starts_on="2026-11-24", ends_on="2026-11-26")
    said = {key: str(desk.user_id) if value == "same" else value for key, value in changes.items()}
    refused = browser.submit(form.fill(**said))
    assert refused.status == 422
    assert refused.error_for(field)


def test_the_page_of_expertise_keeps_what_is_ticked(browse, division_head, desk):
    browser = browse(division_head)
    form = browser.get("/d/atur/keahlian").form("Simpan keahlian")
    browser.submit(form.fill({f"officer_{desk.user_id}": ["reports", "dispute"]}))

    kept = {row.topic for row in db.session.query(OfficerTopic)}
    assert kept == {"reports", "dispute"}
    again = browser.get("/d/atur/keahlian").form("Simpan keahlian")
    assert set(again.data.getlist(f"officer_{desk.user_id}")) == kept


def test_the_page_of_ready_replies_keeps_one_under_its_title(browse, division_head):
    browser = browse(division_head)
    values = {"title": "Salam", "topic": "", "body": "Halo {nama}", "source": "Perbup 1/2026"}
    for body in ("Halo {nama}", "Selamat pagi {nama}"):
        form = browser.get("/d/atur/jawaban-siap").form("Simpan jawaban siap pakai")
        browser.submit(form.fill(**{**values, "body": body}))
    page = browser.get("/d/atur/jawaban-siap")
    assert "Selamat pagi {nama}" in page.text
    assert "Halo {nama}" not in page.text
    browser.submit(page.form("/hapus"))
    assert "Selamat pagi {nama}" not in browser.get("/d/atur/jawaban-siap").text
