"""/d/hubungi: the few cooperatives to call first, with the numbers to call."""

from flask import Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.contact import agency_contact
from app.monitoring.lines.calls import call_lines
from app.monitoring.queries import board as counts
from app.monitoring.queries import calls as queries
from app.monitoring.routes.blueprint import monitoring
from app.monitoring.routes.half_hour import AT_ONCE
from app.shared import clock
from app.shared.web.rendering import render


@monitoring.get("/d/hubungi")
@needs(Permission.READ_BOARD)
def calls() -> Response:
    today = clock.today()
    rows = queries.furthest_behind(current_user, today, AT_ONCE)
    ids = [row.id for row in rows]
    return render(
        "monitoring/calls.html",
        lines=call_lines(
            rows,
            queries.missing_reports(current_user, today, ids),
            queries.reachable_officers(today, ids),
            agency_contact().name,
        ),
        everyone=sum(
            count for _district, count in counts.late_twice_by_district(current_user, today)
        ),
    )
