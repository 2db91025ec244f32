"""The charts of the pages: which value, in which unit, and the sentence that says what it shows."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from app.monitoring.pictures.charts import Amount, Chart, Words, chart
from app.monitoring.queries.summary import Totals
from app.shared.formatting import NO_BREAK, decimal_text, number, short_money
from app.shared.periods import Period
from app.shared.web.words import period_name

MILLION, BILLION = 10**6, 10**9


def of_cooperative(rows: Sequence[Any]) -> list[tuple[str, Chart]]:
    """Assets, members, surplus and problem loans over the periods; rows are newest first.

    Each with how it is drawn: "columns" or "line".
    """
    oldest_first = list(reversed(rows))
    drawn = [
        ("columns", _assets(oldest_first)),
        ("columns", _surplus(oldest_first)),
        ("line", _members(oldest_first)),
        ("line", _problem_loans(oldest_first)),
    ]
    return [(shape, each) for shape, each in drawn if not each.is_empty]


def of_area(totals: dict[Period, Totals], shown: Sequence[Period], least: int) -> list[Chart]:
    """Assets, surplus and members that were reported, and by how many; oldest first.

    A period with fewer than `least` cooperatives behind it is left a gap.
    """
    counts = [(period, totals.get(period, Totals())) for period in shown]
    known = [(period, each if each.reports >= least else None) for period, each in counts]
    named: list[tuple[str, bool, Callable[[Totals], int]]] = [
        (_("Assets of the cooperatives that reported"), True, lambda each: each.assets),
        (_("Surplus (SHU) since the book year began"), True, lambda each: each.surplus),
        (_("Members of the cooperatives that reported"), False, lambda each: each.members),
        (_("Cooperatives that reported figures"), False, lambda each: each.reports),
    ]
    drawn = [
        _area_chart(title, known, _values(known, value_of), is_money)
        for title, is_money, value_of in named
    ]
    return [each for each in drawn if not each.is_empty]


def _values(
    known: Sequence[tuple[Period, Totals | None]], value_of: Callable[[Totals], int]
) -> list[int | None]:
    return [None if each is None else value_of(each) for _period, each in known]


def _area_chart(
    title: str,
    known: Sequence[tuple[Period, Totals | None]],
    values: Sequence[int | None],
    is_money: bool,  # noqa: FBT001
) -> Chart:
    divisor, unit, text = _unit(values) if is_money else (1, "", number)
    amounts = [
        Amount(
            _short(period),
            str(period.book_year),
            _covered(period, each),
            _in_unit(value, divisor),
        )
        for (period, each), value in zip(known, values, strict=True)
    ]
    words = Words(
        f"{title}, {unit}" if unit else title,
        _ends(known, values, short_money if is_money else number),
        _("Period"),
        unit or _("Count"),
        _("no figures"),
    )
    return chart(amounts, words, text)


def _ends(
    known: Sequence[tuple[Period, Totals | None]],
    values: Sequence[int | None],
    text: Callable[[int], str],
) -> str:
    """The last and the first value, each with its coverage: sums fall when reports are missing."""
    told = [
        _(
            "%(period)s: %(amount)s (%(count)s cooperatives)",
            period=period_name(period),
            amount=text(value),
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


def _assets(rows: Sequence[Any]) -> Chart:
    return _money(rows, _("Assets"), [row.total_assets for row in rows])


def _surplus(rows: Sequence[Any]) -> Chart:
    title = _("Surplus (SHU) since the book year began")
    return _money(rows, title, [row.surplus_after_tax for row in rows])


def _members(rows: Sequence[Any]) -> Chart:
    values = [row.members_total for row in rows]
    say = _trend(values, number)
    words = Words(_("Members, people"), say, _("Period"), _("People"), _("not reported"))
    return chart(_amounts(rows, values, 1), words, number)


def _problem_loans(rows: Sequence[Any]) -> Chart:
    values = [
        100 * row.problem_loans / row.loans_total
        if row.loans_total and row.problem_loans is not None
        else None
        for row in rows
    ]
    words = Words(
        _("Problem loans, percent of loans"),
        _trend(values, _percent),
        _("Period"),
        _("Percent"),
        _("not reported"),
    )
    return chart(_amounts(rows, values, 1), words, _percent)


def _money(rows: Sequence[Any], title: str, values: Sequence[int | None]) -> Chart:
    divisor, unit, text = _unit(values)
    say = _trend(values, short_money)
    words = Words(f"{title}, {unit}", say, _("Period"), unit, _("not reported"))
    return chart(_amounts(rows, values, divisor), words, text)


def _amounts(rows: Iterable[Any], values: Sequence[float | None], divisor: int) -> list[Amount]:
    return [
        Amount(
            _short(row),
            str(row.book_year) if index == 0 or row.quarter == 1 else "",
            period_name(row),
            _in_unit(value, divisor),
        )
        for index, (row, value) in enumerate(zip(rows, values, strict=True))
    ]


def _in_unit(value: float | None, divisor: int) -> float | Fraction | None:
    """Exact, so that it is rounded as the books round."""
    return value if value is None or divisor == 1 else Fraction(value) / divisor


def _unit(values: Iterable[int | None]) -> tuple[int, str, Callable[[Any], str]]:
    """Millions, or thousands of millions when the largest reaches them."""
    largest = max((abs(value) for value in values if value is not None), default=0)
    if largest >= BILLION:
        return BILLION, _("thousand million rupiah"), lambda value: decimal_text(value, 2)
    return MILLION, _("million rupiah"), lambda value: decimal_text(value, 1)


def _trend(values: Sequence[Any], text: Callable[[Any], str]) -> str:
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


def _percent(value: float) -> str:
    return f"{decimal_text(value, 1)}{NO_BREAK}%"


def _short(period: Any) -> str:
    """T1, T2, T3 or the year's own mark under an axis."""
    return f"T{period.quarter}" if period.quarter else _("Yr")
