"""Names of periods, for people."""

from typing import Protocol

from flask_babel import gettext as _

from app.shared.formatting import NO_BREAK, ROMAN


class HasPeriod(Protocol):
    @property
    def book_year(self) -> int: ...
    @property
    def quarter(self) -> int: ...


def period_name(period: HasPeriod) -> str:
    """Triwulan III 2026, or Tahun Buku 2026."""
    if period.quarter:
        quarter = f"{ROMAN[period.quarter]}"
        return _("Quarter %(n)s %(year)s", n=quarter, year=period.book_year).replace(
            f" {quarter}", f"{NO_BREAK}{quarter}", 1
        )
    return _("Book year %(year)s", year=period.book_year)


def short_period_name(period: HasPeriod) -> str:
    """T III 2026, or TB 2026: beside an amount on a phone, where the long name finds no room."""
    if period.quarter:
        words = _("Q %(n)s %(year)s", n=ROMAN[period.quarter], year=period.book_year)
    else:
        words = _("BY %(year)s", year=period.book_year)
    return words.replace(" ", NO_BREAK)
