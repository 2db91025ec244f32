"""The numbers a cooperative is known by, as people type them and as they are kept. Pure.

Formats: the ministry's NIK is kept leniently, for its shape was never confirmed by a rule;
NPWP has 15 digits, 16 since 2024; NIB has 13.
"""

import re

_SEPARATORS = re.compile(r"[\s.\-/]+")
_REGISTRY = re.compile(r"\d{10,16}", re.ASCII)
_TAX = re.compile(r"\d{15,16}", re.ASCII)
_BUSINESS = re.compile(r"\d{13}", re.ASCII)
_SCIENTIFIC = re.compile(r"\d[.,]?\d*E\+?\d+", re.ASCII | re.IGNORECASE)


def digits(typed: str) -> str:
    """Without the dots, dashes and spaces people put between."""
    return _SEPARATORS.sub("", typed)


def is_registry_number(text: str) -> bool:
    return bool(_REGISTRY.fullmatch(text))


def is_tax_number(text: str) -> bool:
    return bool(_TAX.fullmatch(text))


def is_business_number(text: str) -> bool:
    return bool(_BUSINESS.fullmatch(text))


def is_rounded_by_spreadsheet(text: str) -> bool:
    """3,31906E+12: a spreadsheet took the number for an amount and lost its end."""
    return bool(_SCIENTIFIC.fullmatch(text.strip()))
