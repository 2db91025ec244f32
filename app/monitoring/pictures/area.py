"""The charts of an area: what its cooperatives reported for the same period, year by year."""

from collections.abc import Callable, Sequence

from flask_babel import gettext as _

from app.monitoring.pictures import units
from app.monitoring.pictures.charts import Amount, Chart, Words, chart
from app.monitoring.pictures.units import Unit
from app.monitoring.queries.summary import Totals
from app.monitoring.wording import period_mark
from app.shared.formatting import number
from app.shared.periods import Period
from app.shared.web.words import period_name

Known = Sequence[tuple[Period, Totals | None]]
Values = Sequence[int | None]


def of_area(totals: dict[Period, Totals], shown: Sequence[Period], least: int) -> list[Chart]:
    """Assets, surplus and members that were reported, and by how many; oldest first.

    A period with fewer than `least` cooperatives behind it is left a gap.
    """
    counts = [(period, totals.get(period, Totals())) for period in shown]
    known = [(period, each if each.reports >= least else None) for period, each in counts]
    named: list[tuple[str, Callable[[Totals], int], Callable[[Values], Unit]]] = [
        (_("Assets of the cooperatives that reported"), lambda each: each.assets, units.money),
        (_("Surplus (SHU) since the book year began"), lambda each: each.surplus, units.surplus),
        (_("Members of the cooperatives that reported"), lambda each: each.members, units.people),
        (_("Cooperatives that reported figures"), lambda each: each.reports, units.count),
    ]
    drawn = [
        _chart(title, known, [value_of(each) if each else None for _period, each in known], unit_of)
        for title, value_of, unit_of in named
    ]
    return [each for each in drawn if not each.is_empty]


def _chart(title: str, known: Known, values: Values, unit_of: Callable[[Values], Unit]) -> Chart:
    unit = unit_of(values)
    amounts = [
        Amount(period_mark(period), str(period.book_year), _covered(period, each), value)
        for (period, each), value in zip(known, values, strict=True)
    ]
    say = _ends(known, values, unit)
    words = Words(unit.heading(title), say, _("Period"), unit.head, _("no figures"))
    return chart(amounts, words, unit.bare, unit.tabled)


def _ends(known: Known, values: Values, unit: Unit) -> str:
    """The last and the first value, each with its coverage: sums fall when reports are missing."""
    told = [
        _(
            "%(period)s: %(amount)s (%(count)s cooperatives)",
            period=period_name(period),
            amount=unit.told(value),
            count=number(each.reports),
        )
        for (period, each), value in zip(known, values, strict=True)
        if each is not None and value is not None
    ]
    return "; ".join(told[-1:] + told[:1] if len(told) > 1 else told) + ("." if told else "")


def _covered(period: Period, each: Totals | None) -> str:
    """A row of the table: the period, and how many stand behind its figure."""
    if each is None:
        return period_name(period)
    count = number(each.reports)
    return _("%(period)s, %(count)s cooperatives", period=period_name(period), count=count)
