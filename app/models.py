"""Every table of the house, for migrations and for tests that need them all."""

from app.accounts import models as accounts
from app.agency import models as agency
from app.audit import models as audit
from app.complaints import models as complaints
from app.cooperatives import models as cooperatives
from app.evidence import models as evidence
from app.health import models as health
from app.obligations import models as obligations
from app.operations import models as operations
from app.regions import models as regions
from app.reports import models as reports
from app.shared import models as shared

__all__ = [
    "accounts",
    "agency",
    "audit",
    "complaints",
    "cooperatives",
    "evidence",
    "health",
    "obligations",
    "operations",
    "regions",
    "reports",
    "shared",
]
