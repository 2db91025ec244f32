"""Which open page a posted form comes from, and the word that it has arrived."""

import uuid

from flask import Response, request, session, url_for
from flask_login import current_user

from app.reports.models import Filing
from app.reports.services import drafting
from app.reports.services.drafting import Stamp
from app.shared.web.rendering import go_to

LONGEST_TURN = 24


def stamp() -> Stamp:
    return Stamp(
        name=current_user.name,
        writer=request.form.get("writer") or drafting.new_writer(),
        version=request.form.get("version", 0, type=int),
        turn=request.form.get("turn", "")[:LONGEST_TURN],
    )


def tell_taken() -> None:
    """Every page that follows says so: the phone may drop its own copy of what was sent."""
    sent = stamp()
    session["taken"] = f"{sent.writer}.{sent.version}.{sent.turn}"


def go_to_receipt(filing: Filing, report_id: uuid.UUID) -> Response:
    """To the receipt; the headers tell it to a phone that sends while no page is open."""
    response = go_to(url_for("reports.receipt", report_id=report_id))
    response.headers["X-Receipt"] = filing.receipt_number
    response.headers["X-Receipt-At"] = filing.filed_at.isoformat()
    return response
