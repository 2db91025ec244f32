"""How many cooperatives an area has, of which kinds: what the public may count."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from app.cooperatives.kinds import Status
from app.cooperatives.models import Cooperative
from app.cooperatives.queries.visibility import within
from app.shared.database import db


@dataclass(frozen=True)
class Cell:
    """So many cooperatives of one district, type, group, pattern and status."""

    district: str
    business_type: str
    group_code: str
    pattern: str
    status: str
    count: int


@dataclass(frozen=True)
class Census:
    """The cells of an area, and sums over them."""

    cells: tuple[Cell, ...]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def active(self) -> int:
        return sum(cell.count for cell in self.cells if cell.status == Status.ACTIVE)

    def by(self, column: str) -> dict[str, tuple[int, int]]:
        """Value of a column -> (active, registered)."""
        active: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for cell in self.cells:
            total[getattr(cell, column)] += cell.count
            if cell.status == Status.ACTIVE:
                active[getattr(cell, column)] += cell.count
        return {value: (active[value], count) for value, count in sorted(total.items())}


def census(scope: str) -> Census:
    """Count an area's register once, by everything the public statistics show."""
    columns = (
        Cooperative.district,
        Cooperative.business_type,
        Cooperative.group_code,
        Cooperative.pattern,
        Cooperative.status,
    )
    query = (
        select(*columns, func.count()).where(within(scope)).group_by(*columns).order_by(*columns)
    )
    return Census(tuple(Cell(*row) for row in db.session.execute(query)))
