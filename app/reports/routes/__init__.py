"""The addresses of reports: /k/laporan for cooperatives, /d/laporan/<uuid> for the dinas."""

from app.reports.routes import (
    copying,
    filling,
    index,
    nil,
    reviewing,
    rules,
    sending,
    settling,
    verifying,
)
from app.reports.routes.blueprint import reports

__all__ = [
    "copying",
    "filling",
    "index",
    "nil",
    "reviewing",
    "rules",
    "sending",
    "settling",
    "verifying",
]
blueprints = (reports,)
