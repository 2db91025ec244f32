"""A cooperative with reports to file."""

import pytest

from app.figures.kinds import PeriodKind
from app.obligations.models import Obligation
from app.reports.models import Filing
from app.shared.database import db
from tests.support import factories, statements


@pytest.fixture
def quarterly(app, treasurer) -> Obligation:
    """Quarter III of 2026: due on 15 October, late on the Monday of the tests."""
    return factories.obligation(own(treasurer), 2026, 3)


@pytest.fixture
def annual(app, treasurer) -> Obligation:
    return factories.obligation(own(treasurer), 2025, 0)


@pytest.fixture
def full_draft(annual):
    """Everything filled in and in balance."""
    case = statements.figures_for(period=PeriodKind.ANNUAL)
    return factories.report(annual, figures=case, saved_at=annual_morning(annual))


def annual_morning(owed):
    from datetime import datetime, time

    from app.shared import clock

    return datetime.combine(owed.opens_on, time(9, 0), clock.ZONE)


def own(person):
    from app.cooperatives.models import Cooperative

    return db.session.get_one(Cooperative, person.cooperative_id)


def address(owed: Obligation, rest: str = "") -> str:
    return f"/k/laporan/{owed.public_id}{rest}"


def filings(owed: Obligation) -> list[Filing]:
    db.session.rollback()
    rows = db.session.query(Filing).filter_by(report_id=owed.public_id)
    return rows.order_by(Filing.number).all()


@pytest.fixture
def last_quarter(app, treasurer) -> Filing:
    """Quarter II of 2026, filed and accepted."""
    owed = factories.obligation(own(treasurer), 2026, 2)
    return factories.filing(owed, state="accepted")


@pytest.fixture
def supervisor(cooperative):
    from app.accounts.roles import Role
    from tests.support.people import person

    return person(Role.SUPERVISORY_BOARD, cooperative)
