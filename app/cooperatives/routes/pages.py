"""Public pages that hardly change: how to report, contacts, privacy, accessibility."""

from flask import Response

from app.accounts.access import public
from app.agency.queries import report_dates
from app.cooperatives.routes.blueprint import anyone, deployment_area
from app.shared.web.rendering import render


@anyone.get("/kontak")
@public
def information() -> Response:
    dates = report_dates(deployment_area())
    return render("public/information.html", dates=dates)


@anyone.get("/privasi")
@public
def privacy() -> Response:
    return render("public/privacy.html")


@anyone.get("/aksesibilitas")
@public
def accessibility() -> Response:
    return render("public/accessibility.html")
