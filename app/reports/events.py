"""What reports tell the floors above; who listens stands in wiring.py."""

from dataclasses import dataclass

from app.reports.models import Filing, Report
from app.shared.events import Event


@dataclass(frozen=True)
class Filed:
    """A version has been filed, in the transaction that is still open."""

    report: Report
    filing: Filing


filed: Event[Filed] = Event("report filed")
reviewed: Event[Filed] = Event("report accepted, returned, or its acceptance undone")
