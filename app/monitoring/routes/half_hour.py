"""The three things worth doing first, each true of this moment and with a link to it."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext as _

from app.monitoring.queries.board import Oldest, Queue
from app.monitoring.standing import ReportStanding
from app.regions import queries as regions
from app.shared import clock
from app.shared.formatting import number

MINUTES_CLEAN, MINUTES_CALL, MINUTES_READ = 2, 3, 8
"""Our estimates of one clean report, one telephone call and one full reading."""
AT_ONCE = 5
"""So many fit into the half hour beside the others."""
NAMED_DISTRICTS = 2


class Errand(NamedTuple):
    """The arguments of one item of the macro half_hour."""

    text: str
    url: str
    about: str
    minutes: str


def half_hour(queue: Queue, late_twice: Sequence[tuple[str, int]]) -> list[Errand]:
    """At most three; fewer when there is less to do."""
    errands = []
    if queue.oldest:
        errands.append(_read_oldest(queue.oldest))
    if queue.clean:
        errands.append(_accept_clean(queue.clean))
    if late_twice:
        errands.append(_call(late_twice))
    return errands


def _read_oldest(oldest: Oldest) -> Errand:
    days = (clock.today() - clock.local(oldest.filed_at).date()).days
    return Errand(
        _("Check the report that waits longest"),
        url_for("reports.review", report_id=oldest.report_id),
        _("%(name)s, waiting %(days)s days", name=oldest.name, days=number(days))
        if days
        else _("%(name)s, came in today", name=oldest.name),
        _minutes(MINUTES_READ),
    )


def _accept_clean(clean: int) -> Errand:
    count = min(clean, AT_ONCE)
    about = _("%(count)s such reports are waiting in all.", count=number(clean))
    return Errand(
        _("Check %(count)s reports with nothing unusual", count=number(count)),
        url_for("monitoring.reports", lapor=ReportStanding.WAITING, bersih="ya"),
        _("Nothing in them needed an explanation.") + (f" {about}" if clean > count else ""),
        _minutes(count * MINUTES_CLEAN),
    )


def _call(late_twice: Sequence[tuple[str, int]]) -> Errand:
    everyone = sum(count for _district, count in late_twice)
    count = min(everyone, AT_ONCE)
    where = ", ".join(
        _("%(count)s in %(district)s", count=number(each), district=regions.name_of(code))
        for code, each in late_twice[:NAMED_DISTRICTS]
    )
    return Errand(
        _("Call %(count)s cooperatives that are two reports behind", count=number(count)),
        url_for("monitoring.calls"),
        _("%(total)s in all: most are %(where)s.", total=number(everyone), where=where),
        _minutes(count * MINUTES_CALL),
    )


def _minutes(minutes: int) -> str:
    return _("± %(minutes)s minutes", minutes=minutes)
