"""/d/ringkasan: one page for the head of the agency and for observers, the same on one sheet."""

from collections.abc import Sequence
from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.queries.figures import standing_now
from app.monitoring import narrative, periods, wording
from app.monitoring.figures import LEAST_PUBLISHED, Standing, Tally, fold_small, total
from app.monitoring.pictures import area, bricks, units
from app.monitoring.pictures.spread import spread
from app.monitoring.queries import summary as sums
from app.monitoring.queries import tallies
from app.monitoring.queries.summary import Totals
from app.monitoring.routes.blueprint import monitoring
from app.monitoring.routes.board import period_links, place_lines
from app.shared import clock
from app.shared.periods import Period, period
from app.shared.web.rendering import render

YEARS = 3


@monitoring.get("/d/ringkasan")
@needs(Permission.READ_AGGREGATES)
def summary() -> Response:
    """Observers see no cooperative, no link to one, and no figure of fewer than three."""
    today = clock.today()
    chosen = periods.chosen(request.args.get("periode", ""), today)
    compared = (chosen, periods.before(chosen))
    is_observer = not current_user.can(Permission.READ_BOARD)
    places = place_lines(tallies.by_place(current_user, compared, today), compared, {})
    lines = fold_small(places, _("Other districts")) if is_observer else places
    least = LEAST_PUBLISHED if is_observer else 1
    now, before = (total(getattr(line, side) for line in places) for side in ("now", "before"))
    laid = bricks.bricks(current_user.regency, _told(places, chosen, is_observer=is_observer))
    return render(
        "monitoring/summary/summary.html",
        area=wording.area(current_user.scope),
        period=chosen,
        before=compared[1],
        periods=period_links(chosen, today),
        is_observer=is_observer,
        places=lines,
        total=now if now.owed >= least else Tally(),
        total_before=before,
        bricks=laid,
        map_size=bricks.size(laid),
        **_now(),
        may_open=current_user.can(Permission.READ_REPORTS),
        spread=spread(sums.grades(current_user), fold=is_observer),
        **_money(chosen, least),
        change=narrative.points(now.share, before.share, compared[1]),
        story=narrative.story(now, before, compared[1], lines),
    )


def _now() -> dict[str, Any]:
    """What is so today, whatever period is chosen."""
    return {"register": sums.register(current_user), "questions": standing_now(current_user)}


def _money(chosen: Period, least: int) -> dict[str, Any]:
    """Sums of what was reported, beside the year before, and their columns over the years: all
    assets in one unit, so that they can be compared at a glance.
    """
    shown, year_ago = _columns(chosen), periods.year_before(chosen)
    totals = sums.totals(current_user, shown)
    told = {each: _published(totals.get(each, Totals()), least) for each in shown}
    return {
        "totals": told[chosen],
        "totals_before": told[year_ago],
        "assets": units.money(each.assets for each in told.values() if each),
        "charts": area.of_area(totals, shown, least),
    }


def _columns(chosen: Period) -> list[Period]:
    """The chosen period and the same one of the years before: as many months in each."""
    last = chosen.book_year
    return [period(year, chosen.quarter) for year in range(last - YEARS + 1, last + 1)]


def _published(totals: Totals, least: int) -> Totals | None:
    return totals if totals.reports >= least else None


def _told(
    places: Sequence[Standing], chosen: Period, *, is_observer: bool
) -> list[tuple[Standing, str, str]]:
    """Each place with its title on the map and its list; observers get no list, and no map of
    places too small to publish.
    """
    if is_observer and any(0 < line.now.owed < LEAST_PUBLISHED for line in places):
        return []
    return [
        (
            line,
            _(
                "%(name)s %(share)s, %(reported)s of %(owed)s cooperatives",
                name=line.name,
                share=wording.percent(line.now.share),
                reported=line.now.reported,
                owed=line.now.owed,
            ),
            ""
            if is_observer
            else url_for("monitoring.reports", periode=chosen.code, kecamatan=line.code),
        )
        for line in places
    ]
