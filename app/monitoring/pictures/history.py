"""The charts of one cooperative over its periods, and the sentence that says what each shows.

What stands at a day (assets, members) is told from the first report to the last. What adds up
from the start of the book year (the surplus) only beside the same period of the year before: six
months are no match for three.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import gettext as _

from app.monitoring.pictures import units
from app.monitoring.pictures.charts import Amount, Chart, Words, chart
from app.monitoring.pictures.units import Unit
from app.monitoring.wording import period_mark
from app.shared.web.words import period_name

Values = Sequence[Any]


def of_cooperative(rows: Sequence[Any]) -> list[Chart]:
    """Assets, surplus, members and problem loans over the periods; rows are newest first."""
    oldest_first = list(reversed(rows))
    drawn = (_assets, _surplus, _members, _problem_loans)
    return [each for make in drawn if not (each := make(oldest_first)).is_empty]


def _assets(rows: Sequence[Any]) -> Chart:
    values = [row.total_assets for row in rows]
    unit = units.money(values)
    return _drawn(rows, values, unit, _("Assets"), _trend(values, unit.told))


def _surplus(rows: Sequence[Any]) -> Chart:
    values = [row.surplus_after_tax for row in rows]
    unit = units.surplus(values)
    title = _("Surplus (SHU) since the book year began")
    last = _last_known(values)
    earlier = _year_earlier(rows, values, last)
    say = _beside(rows, values, last, earlier, unit.told)
    marked = {index for index in (earlier, last) if index is not None}
    return _drawn(rows, values, unit, title, say, marked)


def _members(rows: Sequence[Any]) -> Chart:
    values = [row.members_total for row in rows]
    unit = units.people()
    return _drawn(rows, values, unit, _("Members, people"), _trend(values, unit.told), is_line=True)


def _problem_loans(rows: Sequence[Any]) -> Chart:
    values = [
        100 * row.problem_loans / row.loans_total
        if row.loans_total and row.problem_loans is not None
        else None
        for row in rows
    ]
    unit = units.percent()
    say = _trend(values, unit.told)
    return _drawn(rows, values, unit, _("Problem loans, percent of loans"), say, is_line=True)


def _drawn(
    rows: Sequence[Any],
    values: Values,
    unit: Unit,
    title: str,
    say: str,
    marked: set[int] | None = None,
    *,
    is_line: bool = False,
) -> Chart:
    amounts = [
        Amount(
            period_mark(row),
            str(row.book_year) if index == 0 or row.quarter == 1 else "",
            period_name(row),
            value,
        )
        for index, (row, value) in enumerate(zip(rows, values, strict=True))
    ]
    words = Words(unit.heading(title), say, _("Period"), unit.head, _("not reported"))
    return chart(amounts, words, unit.bare, unit.tabled, marked, is_line=is_line)


def _trend(values: Values, text: Callable[[Any], str]) -> str:
    """What the last known value is, and whether it rose since the first."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    if len(known) == 1 or first == last:
        return _("%(last)s in the last report.", last=text(last))
    if last > first:
        return _("Rose from %(first)s to %(last)s.", first=text(first), last=text(last))
    return _("Fell from %(first)s to %(last)s.", first=text(first), last=text(last))


def _beside(
    rows: Sequence[Any],
    values: Values,
    last: int | None,
    earlier: int | None,
    text: Callable[[int], str],
) -> str:
    """The last known value of a flow, beside the same period of the year before if known."""
    if last is None:
        return ""
    told = {"last": text(values[last]), "period": period_name(rows[last])}
    if earlier is None:
        said = _("%(last)s in %(period)s.", **told)
    else:
        first = text(values[earlier])
        said = _("%(last)s in %(period)s; a year earlier %(first)s.", first=first, **told)
    return said[:1].upper() + said[1:]


def _last_known(values: Values) -> int | None:
    return max((index for index, each in enumerate(values) if each is not None), default=None)


def _year_earlier(rows: Sequence[Any], values: Values, last: int | None) -> int | None:
    """Where the same period of the year before stands, if it was reported."""
    if last is None:
        return None
    sought = (rows[last].book_year - 1, rows[last].quarter)
    for index, row in enumerate(rows):
        if (row.book_year, row.quarter) == sought and values[index] is not None:
            return index
    return None
