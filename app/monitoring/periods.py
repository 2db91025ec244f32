"""Which period a page speaks of: named in its address, else the last one that has ended. Pure.

The names are those of calendar book years; a cooperative with another book year stands in the
same period of its own year once that has opened.
"""

import re
from datetime import date

from app.shared.periods import QUARTERS, Period, period

OFFERED = 12
"""Three years of periods to choose from."""
LAST_QUARTER = max(QUARTERS)
_CODE = re.compile(r"(20[0-9]{2})-T([0-9H])", re.ASCII)


def chosen(code: str, today: date) -> Period:
    """The period of a code such as 2026-T3 or 2025-TH, if it has ended; else the last ended."""
    found = parse(code)
    return found if found and found.end < today else recent(today, 1)[0]


def parse(code: str) -> Period | None:
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    quarter = 0 if match[2] == "H" else int(match[2])
    return period(int(match[1]), quarter) if quarter in (0, *QUARTERS) else None


def recent(today: date, count: int = OFFERED) -> list[Period]:
    """Periods that have ended, newest first."""
    at = period(today.year, 0)
    while at.end >= today:
        at = before(at)
    found = [at]
    while len(found) < count:
        found.append(before(found[-1]))
    return found


def before(this: Period) -> Period:
    """The one that ended before it: before quarter I comes the year."""
    if this.quarter == 1:
        return period(this.book_year - 1, 0)
    return period(this.book_year, this.quarter - 1 if this.quarter else LAST_QUARTER)


def year_before(this: Period) -> Period:
    return period(this.book_year - 1, this.quarter)
