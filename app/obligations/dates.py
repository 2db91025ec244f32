"""The dates of a report, and what makes it late. Pure."""

from datetime import date

from app.agency.report_dates import Deadlines, ReportDates, deadlines, read_report_dates

__all__ = ["Deadlines", "ReportDates", "deadlines", "is_late", "read_report_dates"]


def is_late(filed_on: date, due_on: date) -> bool:
    """Late is late from the day after it was due; grace only delays the warnings."""
    return filed_on > due_on
