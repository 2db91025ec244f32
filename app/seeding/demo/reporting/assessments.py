"""How healthy they are: every annual report scored, and many cooperatives visited."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from app.health.assessing import Basics, assessments
from app.health.models import Basis
from app.instruments.choosing import instruments_for
from app.reports.states import ReportState
from app.seeding.demo.plan import Plan, dice
from app.seeding.demo.register.character import Character
from app.seeding.demo.register.people import HEAD
from app.seeding.demo.reporting.answers import answers
from app.seeding.demo.reporting.filings import Annual
from app.shared.clock import ZONE

EARLIER_VISITS = (1.0, 0.55, 0.3)
"""How many of the visited ones were also visited one and two years before."""
CONFIRMED = 0.35


def assessment_rows(plan: Plan, who: Character, annual: list[Annual]) -> Iterator[dict[str, Any]]:
    """What each annual report says by itself, and where there was a visit, what was found."""
    rng = dice(who.regency, who.number, "visits")
    for years_ago, each in enumerate(reversed(annual)):
        visit = _visit(rng, plan, who, each, years_ago)
        yield from _reported(who, each, is_current=visit is None)
        if visit:
            confirmed = visit + timedelta(days=6) if rng.random() < CONFIRMED else None
            if confirmed and confirmed.date() >= plan.today:
                confirmed = None
            yield from _visited(rng, who, each, visit, confirmed)


def _visit(
    rng: random.Random, plan: Plan, who: Character, each: Annual, years_ago: int
) -> datetime | None:
    """When an inspector came, if one did."""
    chance = EARLIER_VISITS[min(years_ago, len(EARLIER_VISITS) - 1)]
    lot, days = rng.random(), rng.randint(15, 110)
    filed: datetime = each.filing["filed_at"]
    day = min(filed.date() + timedelta(days=days), plan.today - timedelta(days=1))
    if not who.visited or lot >= chance or day <= filed.date():
        return None
    return datetime(day.year, day.month, day.day, 10, rng.randrange(60), tzinfo=ZONE)


def _basics(who: Character, each: Annual, given: dict[str, bool]) -> Basics:
    figures = {**each.content.figures, **each.content.carried}
    return Basics(kind=who.kind, sharia=who.kin.sharia, figures=figures, answers=given)


def _reported(who: Character, each: Annual, *, is_current: bool) -> Iterator[dict[str, Any]]:
    """The score the app gave on sending, with the basis a review has given it since."""
    accepted = each.filing["state"] == ReportState.ACCEPTED
    for columns in assessments(_basics(who, each, each.content.answers)):
        yield {
            **_place(each),
            **columns,
            "is_current": is_current,
            "basis": Basis.DOCUMENT_CHECKED if accepted else Basis.SELF_REPORTED,
            "assessed_at": each.filing["filed_at"],
            "confirmed_by_name": "",
            "confirmed_at": None,
        }


def _visited(
    rng: random.Random, who: Character, each: Annual, visit: datetime, confirmed: datetime | None
) -> Iterator[dict[str, Any]]:
    """Every question answered on the spot, by each instrument; some made official."""
    choice = instruments_for(who.kind, sharia=who.kin.sharia)
    used = [name for name in (choice.primary, choice.second) if name]
    given: dict[str, bool] = {}
    for name in used:
        given |= answers(name, who.quality, rng)
    for columns in assessments(_basics(who, each, given)):
        official = confirmed if columns["is_primary"] and columns["is_complete"] else None
        yield {
            **_place(each),
            **columns,
            "is_current": True,
            "basis": Basis.VISITED,
            "assessed_at": visit,
            "confirmed_by_name": HEAD if official else "",
            "confirmed_at": official,
        }


def _place(each: Annual) -> dict[str, Any]:
    names = ("regency", "district", "cooperative_id", "book_year", "period_end")
    return {"filing_id": each.filing["id"], **{name: each.filing[name] for name in names}}
