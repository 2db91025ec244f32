"""What a change does to reports that are open is said before it is saved."""

from flask import Response

from app.cooperatives.forms.registration import CooperativeForm
from app.cooperatives.kinds import PATTERN_NAMES, Pattern, business_kind
from app.cooperatives.models import Cooperative
from app.cooperatives.queries.reported import open_reports
from app.cooperatives.reshaping import Nature, reshaping
from app.shared import clock
from app.shared.web.overtaking import as_sent
from app.shared.web.rendering import render

NAMED = 6
"""How many lines are named of those that come or go; the others are counted."""


def ask_if_sure(form: CooperativeForm, cooperative: Cooperative) -> Response | None:
    """The page that tells; None when nothing open changes, or the reader has read it."""
    before = Nature(cooperative.business_kind, cooperative.is_sharia)
    unit = bool(form.has_savings_loan_unit.data)
    kind = business_kind(form.business_type.data, has_savings_loan_unit=unit)
    after = Nature(kind, form.pattern.data == Pattern.SHARIA)
    reports = open_reports(cooperative.id, clock.today())
    change = reshaping(before, after, reports)
    if change is None or form.is_sure.data:
        return None
    return render(
        "cooperatives/reshaping.html",
        status=409,
        cooperative=cooperative,
        reports=reports,
        change=change,
        named=NAMED,
        pattern=PATTERN_NAMES[Pattern(form.pattern.data)],
        kept=[pair for pair in as_sent(form) if pair[0] != form.is_sure.name],
        seen=form.seen.data,
    )
