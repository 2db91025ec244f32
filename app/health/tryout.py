"""What the page of a score gives the phone so that one can try out what would raise it."""

from typing import Any

from app.health.models import Assessment
from app.reports.live.island import instrument_told
from app.shared.web.assets import asset


def told_of(assessment: Assessment) -> dict[str, Any]:
    """The figures and answers that were scored, and the rules that scored them."""
    return instrument_told(assessment.instrument) | {
        "figures": assessment.figures,
        "answers": assessment.answers,
        "styles": asset("live.css"),
    }
