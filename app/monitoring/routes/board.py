"""/d/: what to do with half an hour, and who has reported."""

from datetime import date

from flask import Response, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.complaints.queries import how_many_wait
from app.cooperatives.kinds import GROUPS
from app.monitoring import periods
from app.monitoring.figures import Standing, Tally, lowest_first, most_missing_first, total
from app.monitoring.queries import board as counts
from app.monitoring.queries import tallies
from app.monitoring.queries.tallies import Tallies
from app.monitoring.routes.blueprint import monitoring
from app.monitoring.routes.half_hour import half_hour
from app.regions import queries as regions
from app.shared import clock
from app.shared.periods import Period
from app.shared.web.pages import address_with
from app.shared.web.rendering import render
from app.shared.web.words import period_name


@monitoring.get("/d/")
@needs(Permission.READ_BOARD)
def board() -> Response:
    today = clock.today()
    period = periods.chosen(request.args.get("periode", ""), today)
    compared = (period, periods.before(period))
    by_place, by_group = tallies.by_place_and_group(current_user, compared, today)
    places = place_lines(by_place, compared, counts.officers(current_user))
    late_twice = counts.late_twice_by_district(current_user, today)
    queue = counts.queue(current_user)
    return render(
        "monitoring/board.html",
        period=period,
        before=compared[1],
        periods=period_links(period, today),
        places=places,
        groups=_group_lines(by_group, compared),
        total=total(line.now for line in places),
        total_before=total(line.before for line in places),
        never_graded=counts.never_graded(current_user),
        waiting=queue.waiting,
        half_hour=half_hour(queue, late_twice),
        complaints=how_many_wait(current_user),
    )


def period_links(shown: Period, today: date) -> list[tuple[str, str, bool]]:
    """Three years of periods, each with its address and whether it is shown."""
    return [
        (period_name(each), address_with(periode=each.code), each == shown)
        for each in periods.recent(today)
    ]


def place_lines(
    tallied: Tallies, compared: tuple[Period, Period], officers: dict[str, str]
) -> list[Standing]:
    """The places of the reader's area, lowest share first; those that owe nothing too."""
    names = {area.code: area.name for area in regions.districts(current_user.regency)}
    for _period, code in tallied:
        names.setdefault(code, regions.name_of(code))
    return lowest_first(
        Standing(code, name, *_now_and_before(tallied, compared, code), officers.get(code, ""))
        for code, name in names.items()
        if code.startswith(current_user.scope)
    )


def _group_lines(tallied: Tallies, compared: tuple[Period, Period]) -> list[Standing]:
    codes = {code for period, code in tallied if period == compared[0]}
    return most_missing_first(
        Standing(code, GROUPS.get(code, code), *_now_and_before(tallied, compared, code))
        for code in codes
    )


def _now_and_before(
    tallied: Tallies, compared: tuple[Period, Period], code: str
) -> tuple[Tally, Tally]:
    now, before = compared
    return tallied.get((now, code), Tally()), tallied.get((before, code), Tally())
