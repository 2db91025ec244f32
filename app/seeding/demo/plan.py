"""What is to be made, and the dice it is made with. Pure."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from app.shared.periods import Period, add_months, book_year_of, periods_of

KUDUS = "33.19"
HOLDING_A = 0
"""Cooperative A of the demonstration is the first of the first regency; B and C follow."""
HOLDING_B = 1
HOLDING_C = 2
UNBALANCED = 3


@dataclass(frozen=True)
class Plan:
    """The options of the command; `today` is the day the demonstration is looked at."""

    cooperatives: int = 600
    quarters: int = 12
    regencies: int = 1
    today: date = date(2026, 11, 23)

    def shares(self) -> list[int]:
        """How many cooperatives each regency gets; the first ones take the remainder."""
        each, rest = divmod(self.cooperatives, self.regencies)
        return [each + (number < rest) for number in range(self.regencies)]

    def parameters(self) -> dict[str, int]:
        """What makes two demonstrations the same, whatever the day."""
        return {
            "cooperatives": self.cooperatives,
            "quarters": self.quarters,
            "regencies": self.regencies,
        }


def dice(*names: object) -> random.Random:
    """The dice of one thing: the same names always fall the same way."""
    return random.Random("/".join(str(name) for name in ("e-koperasi", *names)))


def ended_periods(first_month: int, today: date, count: int) -> list[Period]:
    """The last `count` periods that ended before today, oldest first."""
    last_year = book_year_of(today, first_month)
    years = range(last_year - count // 4 - 1, last_year + 1)
    ended = [
        period for year in years for period in periods_of(year, first_month) if period.end < today
    ]
    return ended[-count:]


def month_for_two_open_reports(today: date) -> int:
    """The first month of a book year whose annual report and next quarter are both fresh.

    The first quarter ended with the last full month, the year three months before: neither can
    be locked, and both are as little late as the calendar allows.
    """
    last_month = today.replace(day=1) - timedelta(days=1)
    return add_months(last_month.replace(day=1), -2).month
