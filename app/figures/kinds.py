"""The two distinctions every figure depends on."""

from enum import StrEnum


class BusinessKind(StrEnum):
    """What a cooperative does; one that does both gets the lines of both."""

    SAVINGS_LOAN = "savings_loan"
    REAL_SECTOR = "real_sector"
    BOTH = "both"


class PeriodKind(StrEnum):
    QUARTERLY = "quarterly"
    ANNUAL = "annual"
