"""The addresses of reports: /k/laporan for cooperatives, /d/laporan/<uuid> for the dinas."""

from app.reports.routes import filling, index, reviewing, rules, sending, verifying
from app.reports.routes.blueprint import reports

__all__ = ["filling", "index", "reviewing", "rules", "sending", "verifying"]
blueprints = (reports,)
