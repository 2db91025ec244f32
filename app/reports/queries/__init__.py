"""Reading reports: every look-up begins with who is looking."""

from app.reports.queries.cases import Case, blank_report, case_for, held_case_for
from app.reports.queries.filings import (
    Earlier,
    current_filing,
    current_filings,
    filed_before,
    filing_by_code,
    filings_of,
    last_answers_before,
    next_waiting,
)

__all__ = [
    "Case",
    "Earlier",
    "blank_report",
    "case_for",
    "current_filing",
    "current_filings",
    "filed_before",
    "filing_by_code",
    "filings_of",
    "held_case_for",
    "last_answers_before",
    "next_waiting",
]
