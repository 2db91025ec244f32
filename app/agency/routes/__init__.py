"""/d/atur: the settings of the regency."""

from app.agency.routes import calendar, dates, identity, officers, overview
from app.agency.routes.blueprint import agency

blueprints = (agency,)

__all__ = ["blueprints", "calendar", "dates", "identity", "officers", "overview"]
