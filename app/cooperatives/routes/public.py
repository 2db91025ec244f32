"""What anyone may know: the first page, the search, one cooperative, the counts."""

from flask import Response, request

from app.accounts.access import public
from app.cooperatives import kinds
from app.cooperatives.queries.public import public_cooperative, public_count, public_entries
from app.cooperatives.queries.reported import sums_of
from app.cooperatives.queries.statistics import census
from app.cooperatives.routes.blueprint import anyone, deployment_area
from app.cooperatives.statistics import lines
from app.regions.queries import districts, place_name
from app.shared import clock
from app.shared.errors import NotTheirs
from app.shared.web.pages import requested_page
from app.shared.web.rendering import render

LONGEST_SEARCH = 80


@anyone.get("/")
@public
def home() -> Response:
    area = deployment_area()
    return render(
        "public/home.html",
        place=place_name(area),
        census=census(area),
        sums=sums_of(area, clock.today()),
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
        entries=public_entries(area, typed, page),
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
    count = census(area)
    names = {each.code: each.name for each in districts(area)}
    tables = {
        "district": lines(count.by("district"), names),
        "type": lines(count.by("business_type"), kinds.BUSINESS_TYPE_NAMES),
        "group": lines(count.by("group_code"), kinds.GROUPS),
        "pattern": lines(count.by("pattern"), kinds.PATTERN_NAMES),
    }
    return render(
        "public/statistics.html",
        place=place_name(area),
        census=count,
        tables=tables,
        sums=sums_of(area, clock.today()),
    )
