"""`flask seed demo`: what the demo people find, and what the command refuses."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.accounts.models import Assignment, User
from app.accounts.passwords import is_password
from app.consultations.models import Consultation, ConsultationEvent
from app.consultations.standing import stand
from app.consultations.states import Status
from app.cooperatives.models import Cooperative
from app.health.models import Assessment, Basis
from app.library.queries import announced, desk, shelf
from app.obligations.models import Obligation
from app.obligations.services import make_due
from app.obligations.states import ObligationState
from app.regions.models import Region
from app.reports.drafts.comparison import values_of
from app.reports.drafts.content import NIL, content_hash
from app.reports.models import Filing, ReceiptSeries, Report
from app.seeding.demo.loading import load
from app.seeding.demo.plan import Plan
from app.seeding.demo.register.people import PASSWORD
from app.shared import clock
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.periods import period
from app.shared.transactions import write_transaction
from app.training import queries as training
from tests.support import factories

PEOPLE = {
    "bendahara": "treasurer",
    "ketua": "chair",
    "bendahara2": "treasurer",
    "inspektur": "inspector",
    "staf": "desk",
    "kabid": "division_head",
    "kadis": "agency_head",
    "dprd": "observer",
    "admin": "administrator",
}


@pytest.fixture
def demo(app):
    load(Plan(24, 8, 1, clock.today()), lambda _line: None)
    return app


def cooperative_of(username: str) -> Cooperative:
    query = (
        select(Cooperative)
        .join(Assignment, Assignment.cooperative_id == Cooperative.id)
        .join(User, User.id == Assignment.user_id)
        .where(User.username == username)
    )
    return db.session.scalars(query).one()


def test_the_people_the_readme_names_sign_in_to_their_posts(demo):
    query = select(User, Assignment).join(Assignment, Assignment.user_id == User.id)
    posts = {user.username: (user, post) for user, post in db.session.execute(query)}
    assert {name: posts[name][1].role for name in PEOPLE} == PEOPLE
    assert is_password(posts["bendahara"][0].password_hash, PASSWORD)
    assert posts["bendahara"][1].cooperative_id == posts["ketua"][1].cooperative_id
    assert posts["bendahara2"][1].cooperative_id != posts["bendahara"][1].cooperative_id
    assert posts["staf"][1].scope == "33.19"


def test_cooperative_a_has_one_open_annual_and_one_begun_quarterly_report(demo):
    cooperative = cooperative_of("bendahara")
    query = select(Obligation).where(
        Obligation.cooperative_id == cooperative.id,
        Obligation.opens_on <= clock.today(),
        Obligation.state.in_([ObligationState.OWED, ObligationState.DRAFT]),
    )
    waiting = {each.quarter: each.state for each in db.session.scalars(query)}
    assert waiting == {0: ObligationState.OWED, 1: ObligationState.DRAFT}
    draft = db.session.scalars(
        select(Report).where(Report.cooperative_id == cooperative.id, Report.state == "draft")
    ).one()
    assert draft.copied
    assert draft.figures.keys() > draft.copied.keys()


def test_one_draft_is_out_of_balance(demo):
    query = (
        select(Report)
        .join(Cooperative, Cooperative.id == Report.cooperative_id)
        .where(Cooperative.name == "Kopwan Kantil Sari", Report.state == "draft")
    )
    draft = db.session.scalars(query).one()
    cooperative = db.session.get_one(Cooperative, draft.cooperative_id)
    kind = period(draft.book_year, draft.quarter).kind
    values = values_of(draft.figures, {}, cooperative.business_kind, kind, complete=True)
    assert values["total_liabilities_and_equity"] - values["total_assets"] == 270_000


def test_receipts_run_without_a_gap_in_the_order_of_sending(demo):
    found = defaultdict(list)
    for filing in db.session.scalars(select(Filing).order_by(Filing.filed_at)):
        series, _, number = filing.receipt_number.rpartition("-")
        found[series].append(int(number))
    last = dict(db.session.execute(select(ReceiptSeries.series, ReceiptSeries.last)).all())
    last = {series: count for series, count in last.items() if series.startswith("LAP")}
    assert found
    assert found == {series: list(range(1, count + 1)) for series, count in last.items()}


def test_every_filing_still_has_the_content_its_receipt_vouches_for(demo):
    for filing in db.session.scalars(select(Filing).order_by(Filing.id)):
        digest = content_hash(
            cooperative_id=filing.cooperative_id,
            period_code=period(filing.book_year, filing.quarter).code,
            figures=filing.figures,
            answers=filing.answers,
            explanations=filing.explanations,
            is_nil=filing.is_nil,
        )
        assert digest == filing.content_hash
        assert len(filing.explanations.keys() - {NIL}) == filing.doubts


def test_every_visited_cooperative_has_a_full_score_and_they_differ(demo):
    query = select(Assessment).where(Assessment.basis == Basis.VISITED, Assessment.is_primary)
    visited = db.session.scalars(query.order_by(Assessment.id)).all()
    assert len(visited) > 12
    assert all(each.is_complete and each.total == each.lowest for each in visited)
    assert len({each.grade for each in visited}) >= 3


def test_one_assessment_a_year_is_the_current_one(demo):
    counted = (
        select(func.count())
        .where(Assessment.is_primary, Assessment.is_current)
        .group_by(Assessment.cooperative_id, Assessment.book_year)
    )
    assert set(db.session.scalars(counted)) == {1}


def test_the_clock_never_adds_a_duty_of_the_past(demo):
    later = clock.now() + timedelta(days=400)
    newest = db.session.scalar(select(func.max(Obligation.id)))
    with write_transaction():
        assert make_due(later) > 0
    made = select(func.min(Obligation.period_end)).where(Obligation.id > newest)
    assert db.session.scalar(made) > clock.today()


def test_the_register_goes_on_counting_after_the_demonstration(demo):
    highest = db.session.scalar(select(func.max(Cooperative.id)))
    assert factories.cooperative(name="Koperasi Baru").id > highest


def test_loading_it_again_changes_nothing_and_another_one_is_refused(demo, command):
    before = db.session.scalar(select(func.count()).select_from(Filing))
    again = command("seed", "demo", "--cooperatives", "24", "--quarters", "8")
    other = command("seed", "demo", "--cooperatives", "50")
    assert (again.exit_code, other.exit_code) == (0, 1)
    assert db.session.scalar(select(func.count()).select_from(Filing)) == before


def test_production_never_gets_demo_data(app, command):
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], app_env="production")
    assert command("seed", "demo").exit_code == 1
    assert db.session.scalar(select(func.count()).select_from(Cooperative)) == 0


def test_further_regencies_get_cooperatives_of_their_own_and_another_day_is_kept(app, command):
    done = command(
        "seed",
        "demo",
        "--cooperatives",
        "30",
        "--quarters",
        "4",
        "--regencies",
        "2",
        "--today",
        "2027-02-03",
    )
    assert done.exit_code == 0
    counted = select(Cooperative.regency, func.count()).group_by(Cooperative.regency)
    assert dict(db.session.execute(counted).all()) == {"33.19": 15, "99.01": 15}
    latest = db.session.scalar(select(func.max(Filing.filed_at)))
    assert datetime(2026, 9, 1, tzinfo=ZONE) < latest < datetime(2027, 2, 3, tzinfo=ZONE)


def test_areas_come_from_a_file(app, command, tmp_path):
    file = tmp_path / "areas.csv"
    file.write_text("code,name\n33.18,Pati\n33.18.01,Sukolilo\n", encoding="utf-8")
    assert command("seed", "regions", str(file)).exit_code == 0
    assert db.session.get_one(Region, "33.18.01").parent == "33.18"


def test_consultations_stand_as_their_logs_say_and_bear_numbers_without_a_gap(demo):
    threads = db.session.scalars(select(Consultation).order_by(Consultation.asked_at)).all()
    assert len(threads) == 40
    assert {each.status for each in threads} == set(Status)
    for year in {each.asked_at.year for each in threads}:
        numbers = [each.number for each in threads if each.number.startswith(f"K-{year}-")]
        assert numbers == [f"K-{year}-{count:04d}" for count in range(1, len(numbers) + 1)]
        series = db.session.get(ReceiptSeries, ("33.19", f"K-{year}"))
        assert series.last == len(numbers)
    lines = db.session.scalars(select(ConsultationEvent).order_by(ConsultationEvent.number)).all()
    for each in threads:
        own = [line for line in lines if line.consultation_id == each.id]
        assert stand(own).status == each.status
        assert max(line.at for line in own) <= clock.now()


def test_the_treasurer_of_a_finds_an_answer_a_question_back_and_something_solved(demo):
    cooperative = cooperative_of("bendahara")
    query = select(Consultation).where(Consultation.cooperative_id == cooperative.id)
    threads = db.session.scalars(query.order_by(Consultation.asked_at)).all()
    assert [each.status for each in threads] == ["solved", "waiting", "waiting"]
    assert threads[0].has_helped
    whats = {line.what for line in db.session.scalars(select(ConsultationEvent))}
    assert {"answered", "asked_back"} <= whats


def test_the_library_is_filled_and_somebody_has_something_to_do_in_it(demo):
    today = clock.today()
    tally = desk.tally("33.19", today)
    news = shelf.announcements("33.19", today, 9)

    assert shelf.how_many("33.19", shelf.Wanted()) > 40
    assert tally[desk.State.PROPOSED] == tally[desk.State.ENDING] == 1
    assert tally[desk.State.OVER] >= 1
    assert [announced.reach(each)[0] > 0 for each in news] == [False, False, True]
    events = training.coming("33.19", clock.now(), 9)
    asked = training.asked_for(events)
    assert [len(asked[each.id]) > each.quota for each in events] == [True, False]
