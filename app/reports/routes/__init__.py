"""The addresses of reports: /k/laporan for cooperatives, /d/laporan/<uuid> for the dinas."""

from app.reports.routes import (
    attaching,
    filling,
    index,
    reviewing,
    sending,
    settling,
    showing,
    verifying,
)
from app.reports.routes.blueprint import reports

__all__ = [
    "attaching",
    "filling",
    "index",
    "reviewing",
    "sending",
    "settling",
    "showing",
    "verifying",
]
blueprints = (reports,)
