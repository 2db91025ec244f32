"""The words that travel with every score: its basis, its grade, that it is provisional."""

from flask_babel import gettext as _

from app.health.models import Assessment, Basis
from app.instruments.loading import instrument
from app.shared.formatting import decimal_text

TRUST = {Basis.SELF_REPORTED: "self", Basis.DOCUMENT_CHECKED: "document", Basis.VISITED: "visited"}


def score_text(hundredths: int | None) -> str:
    """7460 -> "74,60"."""
    from fractions import Fraction

    return "–" if hundredths is None else decimal_text(Fraction(hundredths, 100))


def basis_name(assessment: Assessment) -> str:
    """How far it can be trusted, in the words of the trust badge."""
    if assessment.confirmed_at:
        return _("Made official by an authorised official")
    return {
        Basis.SELF_REPORTED: _("Self-reported"),
        Basis.DOCUMENT_CHECKED: _("Documents checked"),
        Basis.VISITED: _("Visited by an inspector"),
    }[Basis(assessment.basis)]


def trust_of(assessment: Assessment) -> str:
    """The badge's shape."""
    return "official" if assessment.confirmed_at else TRUST[Basis(assessment.basis)]


def grade_name(code: str | None, instrument_id: str) -> str:
    """The official predicate in title case; nothing for an incomplete score."""
    if code is None:
        return ""
    return instrument(instrument_id).grade(code).label.title()


def instrument_title(instrument_id: str) -> str:
    return instrument(instrument_id).short_title
