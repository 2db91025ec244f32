"""What may be said about a row of a register file. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What is wrong with a cell; the key of its sentence."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_ONE_OF = "not_one_of"
    NUMBER_CUT = "number_cut"
    REGISTRY = "registry"
    TAX = "tax"
    BUSINESS = "business"
    PHONE = "phone"
    EMAIL = "email"
    DATE = "date"
    FUTURE = "future"
    YES_NO = "yes_no"
    MONTH = "month"
    ELSEWHERE = "elsewhere"
    DISTRICT = "district"
    VILLAGE = "village"
    VILLAGE_UNCLEAR = "village_unclear"
    TWICE = "twice"
    TAKEN = "taken"
    NAMESAKE = "namesake"
    CONTRADICTION = "contradiction"


class Wrong(Exception):  # noqa: N818
    """A cell that cannot be read, with what its sentence needs."""

    def __init__(self, fault: Fault, **details: str) -> None:
        super().__init__(fault)
        self.fault, self.details = fault, details


@dataclass(frozen=True)
class Complaint:
    """One cell that is wrong: where it stands, what it says, why."""

    row: int
    key: str
    cell: str
    fault: Fault
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """A row that could be read: columns of a cooperative, and the officers it names."""

    row: int
    values: dict[str, Any]
    officers: tuple[dict[str, Any], ...]
