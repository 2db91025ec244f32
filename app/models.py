"""Every table of the house, for migrations and for tests that need them all."""

from app.accounts import models as accounts
from app.agency import models as agency
from app.audit import models as audit
from app.complaints import models as complaints
from app.consultations import models as consultations
from app.consultations.desk import models as desk
from app.cooperatives import models as cooperatives
from app.evidence import models as evidence
from app.health import models as health
from app.library import models as library
from app.obligations import models as obligations
from app.operations import models as operations
from app.regions import models as regions
from app.reports import models as reports
from app.search import models as search
from app.shared import models as shared
from app.training import models as training

__all__ = [
    "accounts",
    "agency",
    "audit",
    "complaints",
    "consultations",
    "cooperatives",
    "desk",
    "evidence",
    "health",
    "library",
    "obligations",
    "operations",
    "regions",
    "reports",
    "search",
    "shared",
    "training",
]
