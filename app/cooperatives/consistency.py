"""What cannot both be true of a cooperative: type, group, form and pattern. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from app.cooperatives.kinds import BusinessType, Pattern, is_secondary

SAVINGS_GROUPS = frozenset({"18", "42"})
"""KSP and KSPPS: by their name they save and lend and do nothing else."""
SHARIA_GROUP, SECONDARY_GROUP = "42", "43"


class Contradiction(StrEnum):
    """The key of its sentence."""

    SAVINGS_GROUP = "savings_group"
    SHARIA_GROUP = "sharia_group"
    SECONDARY_GROUP = "secondary_group"


def contradiction(values: Mapping[str, Any]) -> Contradiction | None:
    """The first thing that does not fit the group; what is not filled in contradicts nothing."""
    group, of = values.get("group_code"), values.get
    if group in SAVINGS_GROUPS and of("business_type") not in ("", None, BusinessType.SAVINGS_LOAN):
        return Contradiction.SAVINGS_GROUP
    if group == SHARIA_GROUP and of("pattern") == Pattern.CONVENTIONAL:
        return Contradiction.SHARIA_GROUP
    if group == SECONDARY_GROUP and of("legal_form") and not is_secondary(of("legal_form", "")):
        return Contradiction.SECONDARY_GROUP
    return None
