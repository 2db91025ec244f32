"""Reading the register."""

from app.cooperatives.queries.lookups import find, namesakes, officers_of, serving_officers
from app.cooperatives.queries.visibility import cooperative_for, may_see, visible_to, within

__all__ = [
    "cooperative_for",
    "find",
    "may_see",
    "namesakes",
    "officers_of",
    "serving_officers",
    "visible_to",
    "within",
]
