"""Reasons for what looks wrong in a draft, by the finding they explain."""

from collections.abc import Mapping

from app.reports.queries import Case
from app.reports.services.locking import lock_editable


def save_explanations(case: Case, explanations: dict[str, str]) -> None:
    """Reasons given on the check page, kept with the draft."""
    report = lock_editable(case)
    report.explanations = explanations


def add_reasons(case: Case, reasons: Mapping[str, str]) -> None:
    """Reasons given while filling in; an empty one is taken back."""
    report = lock_editable(case)
    given = {key: reason for key, reason in reasons.items() if reason}
    others = {key: said for key, said in report.explanations.items() if key not in reasons}
    report.explanations = others | given
