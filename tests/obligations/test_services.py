"""Obligations are made ahead, end with a cooperative, and follow it when it moves."""

from datetime import date, datetime

from app.cooperatives import events
from app.obligations import services
from app.obligations.models import Obligation
from app.obligations.queries import next_to_open, of_cooperative
from app.shared import clock as app_clock
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support import factories


def rows(owner) -> list[Obligation]:
    db.session.rollback()
    found = db.session.query(Obligation).filter_by(cooperative_id=owner.id)
    return found.order_by(Obligation.period_end, Obligation.quarter.desc()).all()


def make_due() -> int:
    with write_transaction():
        return services.make_due(app_clock.now())


def test_the_clock_makes_what_is_owed_once(app, cooperative):
    first, again = make_due(), make_due()

    owed = rows(cooperative)
    assert first == len(owed) == 16
    assert again == 0
    assert {(each.book_year, each.quarter) for each in owed} == {
        (year, quarter) for year in (2024, 2025, 2026, 2027) for quarter in (0, 1, 2, 3)
    }


def test_a_year_later_the_next_year_is_added(app, cooperative, clock):
    make_due()
    clock(datetime(2027, 11, 23, 8, 0))  # noqa: DTZ001 - read in the regency's zone
    assert make_due() == 4
    assert max(each.book_year for each in rows(cooperative)) == 2028


def test_a_dissolved_cooperative_owes_only_what_had_ended(app, cooperative):
    make_due()
    with write_transaction():
        old, new = {"status": "active"}, {"status": "dissolved"}
        cooperative.status = "dissolved"
        db.session.add(cooperative)
        changed = events.Changed(
            cooperative, old, new, date(2026, 8, 1), "Dibubarkan rapat anggota"
        )
        events.changed.tell(changed)

    owed = rows(cooperative)
    assert {each.state for each in owed if each.period_end > date(2026, 8, 1)} == {"ended"}
    assert {each.state for each in owed if each.period_end <= date(2026, 8, 1)} == {"owed"}
    assert "Dibubarkan" in next(each for each in owed if each.state == "ended").ended_because
    assert make_due() == 0


def test_a_revived_cooperative_owes_again(app, cooperative):
    make_due()
    with write_transaction():
        services.end_after(cooperative, date(2026, 8, 1), "Salah catat")
    with write_transaction():
        services.revive(cooperative)

    assert {each.state for each in rows(cooperative)} == {"owed"}


def test_another_book_year_moves_only_what_has_not_opened(app, cooperative):
    make_due()
    before = {each.id: each.period_end for each in rows(cooperative)}
    with write_transaction():
        cooperative.book_year_month = 7
        db.session.add(cooperative)
        events.changed.tell(
            events.Changed(
                cooperative, {"book_year_month": 1}, {"book_year_month": 7}, app_clock.today()
            )
        )

    for each in rows(cooperative):
        moved = each.period_end != before[each.id]
        assert moved is (before[each.id] >= date(2026, 11, 23))


def test_changed_report_dates_leave_open_ones_alone(app, cooperative):
    factories.agency(report_dates={"quarterly_due_day": 10})
    with write_transaction():
        services.make_due(app_clock.now())
        services.redate_regency("33.19")

    assert {each.due_on.day for each in rows(cooperative) if each.quarter} == {10}


def test_an_officer_sees_what_opened_and_what_comes_next(app, cooperative):
    make_due()
    owed = of_cooperative(cooperative.id, until=app_clock.today())

    assert owed[0].period_end == date(2026, 9, 30)
    assert next_to_open(cooperative.id, after=app_clock.today()).period_end == date(2026, 12, 31)
