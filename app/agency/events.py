"""What the dinas' settings tell the floors above; who listens stands in wiring.py."""

from app.shared.events import Event

report_dates_changed: Event[str] = Event("report dates of a regency changed")
"""Payload: the regency's code. Only obligations that have not opened yet follow."""
calendar_changed: Event[str] = Event("working days or hours of a regency changed")
"""Payload: the regency's code. Told in the transaction that changes them."""
