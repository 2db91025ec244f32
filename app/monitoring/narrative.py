"""Two sentences that say what the numbers show, made from the numbers."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.monitoring.figures import Standing, Tally, laggards
from app.monitoring.wording import percent
from app.shared.formatting import number
from app.shared.periods import Period
from app.shared.web.words import period_name

NAMED = 2


def story(now: Tally, before: Tally, earlier: Period, places: Sequence[Standing]) -> list[str]:
    """How reporting changed, and where it lags; empty while nothing is owed."""
    if now.share is None:
        return []
    return [_change(now, before, earlier), _where(now, places)]


def points(now: int | None, before: int | None, earlier: Period) -> tuple[str, str]:
    """A change of percentages in words, with its tone."""
    if now is None or before is None:
        return _("nothing to compare with"), "idle"
    name = period_name(earlier)
    if now > before:
        return _("up %(points)s points from %(period)s", points=now - before, period=name), "good"
    if now < before:
        return _("down %(points)s points from %(period)s", points=before - now, period=name), "bad"
    return _("the same as %(period)s", period=name), "idle"


def _change(now: Tally, before: Tally, earlier: Period) -> str:
    if before.share is None:
        return _("%(share)s of cooperatives have reported.", share=percent(now.share))
    words = {
        "now": percent(now.share),
        "before": percent(before.share),
        "period": period_name(earlier),
    }
    if now.reported * before.owed > before.reported * now.owed:
        return _("Reporting rose from %(before)s in %(period)s to %(now)s.", **words)
    if now.reported * before.owed < before.reported * now.owed:
        return _("Reporting fell from %(before)s in %(period)s to %(now)s.", **words)
    return _("Reporting stayed at %(now)s, as in %(period)s.", **words)


def _where(now: Tally, places: Sequence[Standing]) -> str:
    if not now.missing:
        return _("Every cooperative that owes a report has sent it.")
    behind = laggards(places)
    if not behind:
        return _(
            "No district lags; %(missing)s cooperatives have not reported yet.",
            missing=number(now.missing),
        )
    named = behind[:NAMED]
    return _(
        "%(names)s lag furthest and hold %(part)s of the %(missing)s that have not reported.",
        names=_(" and ").join(line.name for line in named),
        part=number(sum(line.now.missing for line in named)),
        missing=number(now.missing),
    )
