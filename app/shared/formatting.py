"""Numbers, money and dates as Indonesians write them.

Written by hand because lists show hundreds of them: a locale library costs 20 microseconds
each, these cost less than one. Dates go through the catalogue's own month names.
"""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from app.shared.clock import local

NO_BREAK = "\u00a0"
MINUS = "\u2212"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
ROMAN = ("", "I", "II", "III", "IV")


def number(value: float | Decimal | None) -> str:
    """1234567 -> "1.234.567"; nothing -> a dash; below nought the true minus, no hyphen."""
    return "–" if value is None else f"{value:,.0f}".replace(",", ".").replace("-", MINUS)


def decimal_text(value: Decimal | Fraction | float | None, places: int = 2) -> str:
    """Decimal("74.6") -> "74,60", rounded half away from zero."""
    if value is None:
        return "–"
    scaled = Fraction(value) * 10**places
    whole = int(abs(scaled) + Fraction(1, 2))
    units, rest = divmod(whole, 10**places)
    sign = MINUS if scaled < 0 and whole else ""
    tail = f",{rest:0{places}d}" if places else ""
    return f"{sign}{number(units)}{tail}"


def rupiah(value: int | None) -> str:
    """1250000 -> "Rp1.250.000"; a loss stands in brackets, as in the books."""
    if value is None:
        return "–"
    return bracketed(f"Rp{number(abs(value))}", value)


def short_money(value: int | None) -> str:
    """12500000 -> "12,5 juta"; below a million the whole amount; a loss in brackets."""
    if value is None:
        return "–"
    amount = abs(value)
    for step, word in STEPS:
        if amount >= step:
            return bracketed(f"{_three_digits(Fraction(amount, step))}{NO_BREAK}{word}", value)
    return bracketed(number(amount), value)


def bracketed(amount: str, value: Fraction | float) -> str:
    """An amount without its sign as the books write it: "(46,5 juta)" where it is negative."""
    return f"({amount})" if value < 0 else amount


def _three_digits(value: Fraction) -> str:
    places = 2 if value < 10 else 1  # noqa: PLR2004
    return decimal_text(value, places).rstrip("0").rstrip(",")


def percent(part: int, whole: int) -> str:
    """Part of a whole in whole percent, "–" of nothing."""
    if not whole:
        return "–"
    return f"{(200 * part + whole) // (2 * whole)}{NO_BREAK}%"


def percent_change(old: Fraction | float | None, new: Fraction | float | None) -> str:
    """100 -> 112 gives "+12 %"; nothing where there is nothing to compare with."""
    if not old or new is None:
        return ""
    change = Fraction(new - old) / abs(Fraction(old)) * 100
    shown = decimal_text(abs(change), 0)
    sign = "" if shown == "0" else "+" if change > 0 else MINUS
    return f"{sign}{shown}{NO_BREAK}%"


def long_date(day: date) -> str:
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def day_range(first: date, last: date) -> str:
    """The year once where it is the same: "1 Agustus sampai 31 Oktober 2026"."""
    begin = long_date(first)
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
    return f"{begin} sampai {long_date(last)}"


def day_date(day: date) -> str:
    """With its weekday: "Kamis, 15 Oktober 2026"."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"


def day_in_words(typed: date | str | None) -> str:
    """What a field for a day holds, said back; nothing when it holds none."""
    try:
        return day_date(typed if isinstance(typed, date) else date.fromisoformat(typed or ""))
    except ValueError:
        return ""


def short_date(day: date) -> str:
    return f"{day.day}{NO_BREAK}{SHORT_MONTHS[day.month - 1]} {day.year}"


def clock_time(moment: datetime) -> str:
    """The time of day in the regency: "10.42"."""
    return local(moment).strftime("%H.%M")


def moment(value: datetime) -> str:
    """Date and time in the regency: "23 November 2026 pukul 10.42 WIB"."""
    here = local(value)
    return f"{long_date(here.date())} pukul {clock_time(here)}{NO_BREAK}WIB"
