"""/p/: the cooperatives an inspector should look at, and why."""

from flask import Response, request
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.consultations.desk.queries.proposals import proposed_visits
from app.monitoring import periods, wording
from app.monitoring.figures import total
from app.monitoring.filters import chosen_of, concern_filter
from app.monitoring.lines.cooperatives import concern_lines
from app.monitoring.queries import attention, tallies
from app.monitoring.routes.blueprint import monitoring
from app.monitoring.routes.board import place_lines
from app.monitoring.routes.lists import Preset, chips, presets
from app.regions import queries as regions
from app.shared import clock
from app.shared.web.pages import requested_page
from app.shared.web.rendering import render


@monitoring.get("/p/")
@needs(Permission.INSPECT)
def inspector() -> Response:
    today = clock.today()
    wanted = concern_filter(request.args)
    page = requested_page(attention.count(current_user, wanted, today))
    chosen = chosen_of(wanted)
    words = wording.filter_words(current_user.regency, ())
    period = periods.chosen("", today)
    compared = (period, periods.before(period))
    tallied = tallies.by_place(current_user, compared, today)
    own = [line for line in place_lines(tallied, compared, {}) if _is_own(line.code)]
    return render(
        "monitoring/lists/inspector.html",
        fragment="monitoring/lists/_inspector.html",
        page=page,
        proposals=proposed_visits(current_user),
        lines=concern_lines(attention.rows(current_user, wanted, today, page)),
        chosen=chosen,
        chips=chips(chosen, words),
        presets=presets(chosen, "sebab", wording.concern_filters()),
        areas=_areas(chosen, words),
        period=period,
        before=compared[1],
        places=own,
        total=total(line.now for line in own),
        district_names=[regions.name_of(code) for code in current_user.districts],
    )


def _is_own(code: str) -> bool:
    return not current_user.districts or code in current_user.districts


def _areas(chosen: dict[str, str], words: dict[str, tuple[str, dict[str, str]]]) -> list[Preset]:
    """The districts an inspector may filter by: their own, when there are several."""
    own = {code: name for code, name in words["kecamatan"][1].items() if _is_own(code)}
    return presets(chosen, "kecamatan", own) if len(own) > 1 else []
