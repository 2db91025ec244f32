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
