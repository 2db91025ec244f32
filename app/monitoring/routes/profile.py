"""/d/koperasi/<id>: one cooperative, its reports, its figures over the years, its scores."""

from collections.abc import Sequence
from typing import Any

from flask import Response, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.queries.proposals import proposed_visits
from app.cooperatives.kinds import LEGAL_FORM_NAMES, PATTERN_NAMES, LegalForm, Pattern
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import cooperative_for, may_see
from app.monitoring.lines.profile import score_lines, term_lines
from app.monitoring.pictures import history
from app.monitoring.queries import profile
from app.monitoring.routes.blueprint import monitoring
from app.regions import queries as regions
from app.shared import clock
from app.shared.formatting import long_date
from app.shared.phones import shown_phone
from app.shared.web.rendering import render


@monitoring.get("/d/koperasi/<int:cooperative_id>")
@needs(Permission.READ_COOPERATIVES)
def cooperative(cooperative_id: int) -> Response:
    """Who may read the register but no reports sees the register's part alone."""
    found = cooperative_for(current_user, cooperative_id)
    today = clock.today()
    reports: Sequence[Any] = ()
    scores: Sequence[Any] = ()
    if current_user.can(Permission.READ_REPORTS):
        reports = profile.reports(found.id, today)
        scores = profile.scores(found.id)
    full = next((each for each in scores if each.is_complete), None)
    return render(
        "monitoring/profile/cooperative.html",
        cooperative=found,
        trail=_trail(found),
        place=_place(found),
        facts=_facts(found),
        contact=_contact(found, profile.agency_officer(found.district)),
        officers=profile.officers(found.id, today),
        ended=_ended(found),
        receiver=_receiver(found),
        reports=term_lines(
            reports, may_fill=found.owes_reports and current_user.can(Permission.FILL_REPORTS)
        ),
        charts=history.of_cooperative(reports),
        full=full,
        aspects=profile.aspects(full.id) if full else (),
        partial=scores[0] if scores and not scores[0].is_complete else None,
        scores=score_lines(scores),
        proposals=proposed_visits(current_user, found.id),
    )


def _place(found: Cooperative) -> str:
    return _(
        "%(kind)s %(village)s, Kecamatan %(district)s",
        kind=regions.village_kind(found.village),
        village=regions.village_name(found.village),
        district=regions.district_name(found.village),
    )


def _ended(found: Cooperative) -> str:
    """Since when and why it reports no more; empty while it does."""
    if found.owes_reports:
        return ""
    since = found.status_since
    told = [
        _("Since %(day)s.", day=long_date(since)) if since else _("The day is not recorded."),
        _("Reason: %(reason)s", reason=found.status_reason) if found.status_reason else "",
    ]
    return " ".join(each for each in told if each)


def _receiver(found: Cooperative) -> tuple[str, str] | None:
    """The name of the cooperative it joined, and its page where the reader may open it."""
    into = profile.receiver(found)
    if into is None:
        return None
    page = url_for("monitoring.cooperative", cooperative_id=into.id)
    return into.name, page if may_see(current_user, into) else ""


def _facts(found: Cooperative) -> list[tuple[str, str]]:
    """What the register says; lines it does not know are left out."""
    since = found.legal_entity_on
    lines = [
        ("NIK", found.registry_number),
        (_("Legal entity"), found.legal_entity_number),
        (_("Since"), long_date(since) if since else ""),
        (_("Type"), found.type_name),
        (_("Group"), found.group_name),
        (_("Form"), LEGAL_FORM_NAMES[LegalForm(found.legal_form)]),
        (_("Pattern"), PATTERN_NAMES[Pattern(found.pattern)]),
        ("KUK", str(found.business_class or "")),
        (_("Status"), found.status_name),
    ]
    return [(term, text) for term, text in lines if text]


def _contact(found: Cooperative, agency_officer: str) -> list[tuple[str, str]]:
    lines = [
        (_("Address"), found.address),
        (_("Phone"), shown_phone(found.phone)),
        (_("E-mail"), found.email),
        (_("Officer at the dinas"), agency_officer or _("nobody named yet")),
    ]
    return [(term, text) for term, text in lines if text]


def _trail(found: Cooperative) -> list[tuple[str, str]]:
    """The way here: the list, and the district's part of it."""
    return [
        (_("Cooperatives"), url_for("monitoring.cooperatives")),
        (
            regions.district_name(found.village),
            url_for("monitoring.cooperatives", kecamatan=found.district),
        ),
    ]
