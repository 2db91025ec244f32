"""Which open page a posted form comes from, and the word that it has arrived."""

from flask import request, session
from flask_login import current_user

from app.reports.services import drafting
from app.reports.services.drafting import Stamp


def stamp() -> Stamp:
    return Stamp(
        name=current_user.name,
        writer=request.form.get("writer") or drafting.new_writer(),
        version=request.form.get("version", 0, type=int),
    )


def tell_taken() -> None:
    """Every page that follows says so: the phone may drop its own copy of what was sent."""
    sent = stamp()
    session["taken"] = f"{sent.writer}.{sent.version}"
