"""Rupiah as people type it: strict, whole, never a float.

The rule and its cases (tests/money_cases.json) are the same in support/rupiah.js.
"""

import re
from enum import StrEnum

LARGEST = 10**14

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
    text = typed.strip(" \t\r\n\u00a0\u2009\u202f")
    if not text:
        return MoneyFault.EMPTY
    text = _PREFIX.sub("", text, count=1)
    if _WHOLE.fullmatch(text):
        return _within_reason(re.sub(r",(?:00|-)$", "", text))
    if _ENGLISH.fullmatch(text):
        return _within_reason(text)
    return _fault_of(text)


def _within_reason(text: str) -> int | MoneyFault:
    amount = int(_NOT_DIGIT.sub("", text))
    return amount if amount <= LARGEST else MoneyFault.HUGE


def _fault_of(text: str) -> MoneyFault:
    if _NEGATIVE.fullmatch(text) and any(digit in text for digit in "0123456789"):
        return MoneyFault.NEGATIVE
    if _CENTS.fullmatch(text) and not re.fullmatch(r"[0-9]{1,3},[0-9]{3}", text):
        return MoneyFault.CENTS
    if _UNCLEAR.fullmatch(text):
        return MoneyFault.AMBIGUOUS
    return MoneyFault.FORMAT
