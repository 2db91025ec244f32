"""What anyone may know: the first page, the search, one cooperative, the counts."""

from flask import Response, request

from app.accounts.access import public
from app.cooperatives import kinds
from app.cooperatives.queries.public import public_cooperative, public_count, public_entries
from app.cooperatives.queries.reported import census
from app.cooperatives.queries.similar import similar
from app.cooperatives.routes.blueprint import anyone, deployment_area
from app.cooperatives.statistics import lines, sum_up
from app.regions.queries import districts, place_name
from app.search.documents import Audience
from app.search.queries import find
from app.shared import clock
from app.shared.errors import NotTheirs
from app.shared.web.pages import requested_page
from app.shared.web.rendering import render

LONGEST_SEARCH = 80
FROM_INFORMATION = 3
"""Articles beside the cooperatives of that name."""


@anyone.get("/")
@public
def home() -> Response:
    area = deployment_area()
    return render(
        "public/home.html",
        place=place_name(area),
        sums=sum_up(census(area, clock.today())),
    )


@anyone.get("/cari")
@public
def search() -> Response:
    typed = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    area = deployment_area()
    page = requested_page(public_count(area, typed))
    return render(
        "public/search.html",
        fragment="public/_found.html",
        typed=typed,
        listed=page,
        meant=[] if page.total else similar(area, typed),
        entries=public_entries(area, typed, page),
        articles=find(typed, Audience(area), ("article",), FROM_INFORMATION),
    )


@anyone.get("/koperasi/<int:cooperative_id>")
@public
def show(cooperative_id: int) -> Response:
    cooperative = public_cooperative(deployment_area(), cooperative_id)
    if cooperative is None:
        raise NotTheirs
    successor = cooperative.merged_into_id and public_cooperative(
        deployment_area(), cooperative.merged_into_id
    )
    return render("public/show.html", cooperative=cooperative, successor=successor)


@anyone.get("/statistik")
@public
def statistics() -> Response:
    area = deployment_area()
    cells = census(area, clock.today())
    names = {each.code: each.name for each in districts(area)}
    tables = {
        "district": lines(cells, "district", names),
        "type": lines(cells, "business_type", kinds.BUSINESS_TYPE_NAMES),
        "group": lines(cells, "group_code", kinds.GROUPS),
        "pattern": lines(cells, "pattern", kinds.PATTERN_NAMES),
    }
    return render(
        "public/statistics.html", place=place_name(area), sums=sum_up(cells), tables=tables
    )
