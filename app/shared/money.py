"""Rupiah as people type it: strict, whole, never a float.

The rule and its cases (tests/money_cases.json) are the same in support/rupiah.js.
"""

import re
from enum import StrEnum

LARGEST = 10**14

_EDGES = " \t\r\n\u00a0\u2009\u202f"
_SPACE = "[ \u00a0\u2009\u202f]"
_PREFIX = re.compile(rf"^(?:Rp\.?)?{_SPACE}*", re.IGNORECASE | re.ASCII)
_WHOLE = re.compile(
    rf"(?:[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+)(?:,00|,-)?"
)
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")
_NEGATIVE = re.compile(r"[-\u2212(].*")
_CENTS = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]{1,2}")
_UNCLEAR = re.compile(r"[0-9][0-9.,]*")
_NOT_DIGIT = re.compile(r"[^0-9]")
_EARLIER_MARK = re.compile(r"[.,](?=.*[.,])")
_SHORT = re.compile(rf"([0-9]+(?:[.,][0-9]{{1,2}})?){_SPACE}*([a-z]+)\.?", re.IGNORECASE | re.ASCII)
_NOUGHTS = {
    "rb": 3, "ribu": 3, "k": 3, "jt": 6, "juta": 6,
    "m": 9, "miliar": 9, "milyar": 9, "t": 12, "triliun": 12,
}  # fmt: skip
_MILLION = 6
_MOST_DIGITS = 15


class MoneyFault(StrEnum):
    """Why an amount was not understood; the key of its sentence."""

    EMPTY = "empty"
    FORMAT = "format"
    AMBIGUOUS = "ambiguous"
    CENTS = "cents"
    NEGATIVE = "negative"
    HUGE = "huge"


def parse_rupiah(typed: str) -> int | MoneyFault:
    """Whole rupiah, or the fault that says what is wrong with the text."""
    text = _bare(typed)
    if not typed.strip(_EDGES):
        return MoneyFault.EMPTY
    if _WHOLE.fullmatch(text):
        return _within_reason(re.sub(r",(?:00|-)$", "", text))
    if _ENGLISH.fullmatch(text):
        return _within_reason(text)
    return _fault_of(text)


def meanings(typed: str) -> tuple[int, ...]:
    """What an unclear text may have meant: "12.50" 1.250 or 12.500.000, "12jt" 12.000.000."""
    text, fault = _bare(typed), parse_rupiah(typed)
    short = _SHORT.fullmatch(text) if fault is MoneyFault.FORMAT else None
    meant: list[int | None] = []
    if fault is MoneyFault.AMBIGUOUS:
        meant = [
            _scaled(_NOT_DIGIT.sub("", text), 0),
            _scaled(_EARLIER_MARK.sub("", text), _MILLION),
        ]
    elif short and short[2].lower() in _NOUGHTS:
        meant = [_scaled(short[1], _NOUGHTS[short[2].lower()])]
    return tuple(dict.fromkeys(amount for amount in meant if amount is not None))


def _scaled(text: str, noughts: int) -> int | None:
    """12,5 with six noughts is 12.500.000; nothing where a part of a rupiah would remain."""
    whole, _mark, tail = text.replace(",", ".").partition(".")
    tail = tail.rstrip("0")
    if len(tail) > noughts:
        return None
    amount = _within_reason(f"{whole}{tail.ljust(noughts, '0')}")
    return None if isinstance(amount, MoneyFault) else amount


def _bare(typed: str) -> str:
    return _PREFIX.sub("", typed.strip(_EDGES), count=1)


def _within_reason(text: str) -> int | MoneyFault:
    digits = _NOT_DIGIT.sub("", text).lstrip("0")
    if len(digits) > _MOST_DIGITS:
        return MoneyFault.HUGE
    amount = int(digits or "0")
    return amount if amount <= LARGEST else MoneyFault.HUGE


def _fault_of(text: str) -> MoneyFault:
    if _NEGATIVE.fullmatch(text) and any(digit in text for digit in "0123456789"):
        return MoneyFault.NEGATIVE
    if _CENTS.fullmatch(text) and not re.fullmatch(r"[0-9]{1,3},[0-9]{3}", text):
        return MoneyFault.CENTS
    if _UNCLEAR.fullmatch(text):
        return MoneyFault.AMBIGUOUS
    return MoneyFault.FORMAT
