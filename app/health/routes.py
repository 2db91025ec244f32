"""How a score is made up, for the cooperative itself and for the dinas."""

from flask import Blueprint, Flask, Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.health import queries, words
from app.health.explaining import account_of
from app.health.models import Assessment
from app.health.services import confirm_grade
from app.health.tryout import told_of
from app.shared.keeping import kept_offline
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

health = Blueprint("health", __name__)
blueprints = (health,)


@health.record_once
def equip(state: object) -> None:
    """Every template may need the words of a score."""
    app: Flask = state.app  # type: ignore[attr-defined]
    app.jinja_env.filters["score"] = words.score_text
    app.jinja_env.globals.update(
        basis_name=words.basis_name,
        trust_of=words.trust_of,
        grade_name=words.grade_name,
        instrument_title=words.instrument_title,
    )


@health.get("/k/kesehatan")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def own() -> Response:
    latest = queries.latest_of(current_user.cooperative_id)
    if latest is None:
        return render("health/none.html")
    return _render(latest)


@health.get("/k/kesehatan/<int:assessment_id>")
@needs(Permission.READ_OWN_COOPERATIVE)
def own_other(assessment_id: int) -> Response:
    return _render(queries.assessment_for(current_user, assessment_id))


@health.get("/d/kesehatan/<int:assessment_id>")
@needs(Permission.READ_COOPERATIVES)
def explain(assessment_id: int) -> Response:
    return _render(queries.assessment_for(current_user, assessment_id))


@health.post("/d/kesehatan/<int:assessment_id>/tetapkan")
@needs(Permission.CONFIRM_GRADES)
@commits
def make_official(assessment_id: int) -> Response:
    assessment = queries.assessment_for(current_user, assessment_id)
    confirm_grade(assessment, current_user)
    flash(_("The grade is official now."))
    return go_to(url_for("health.explain", assessment_id=assessment_id))


def _render(assessment: Assessment) -> Response:
    return render(
        "health/explanation.html",
        assessment=assessment,
        cooperative=queries.cooperative_of(assessment),
        account=account_of(assessment),
        live=told_of(assessment),
        siblings=queries.siblings(assessment),
        history=queries.history(assessment.cooperative_id),
    )
