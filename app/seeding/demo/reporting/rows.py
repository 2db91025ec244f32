"""Rows on their way to the database, by table, written in large handfuls."""

from collections import defaultdict
from itertools import count
from typing import Any

from sqlalchemy import func, insert, select, text

from app.cooperatives.models import Cooperative, NameTrigram, Officer
from app.health.models import Assessment
from app.obligations.models import Obligation
from app.reports.models import Filing, Report
from app.shared.database import db

ORDER = (Cooperative, NameTrigram, Officer, Obligation, Report, Filing, Assessment)
"""Parents before children."""
NUMBERED: tuple[Any, ...] = (Cooperative, Obligation, Filing)
HANDFUL = 2000


class Rows:
    """Collects rows and numbers them after those that are there already."""

    def __init__(self) -> None:
        self._waiting: dict[type, list[dict[str, Any]]] = defaultdict(list)
        self._ids = {model: count(_last_id(model) + 1) for model in NUMBERED}
        self.written: dict[type, int] = defaultdict(int)

    def next_id(self, model: type) -> int:
        return next(self._ids[model])

    def add(self, model: type, row: dict[str, Any]) -> None:
        self._waiting[model].append(row)

    def write(self, *, at_least: int = 0) -> None:
        """Write what waits, when it is more than so many rows."""
        if sum(map(len, self._waiting.values())) < at_least:
            return
        for model in ORDER:
            rows = self._waiting.pop(model, [])
            for start in range(0, len(rows), HANDFUL):
                db.session.execute(insert(model.__table__), rows[start : start + HANDFUL])
            self.written[model] += len(rows)


def let_sequences_follow() -> None:
    """PostgreSQL counts ids itself and must be told of those given here."""
    if db.engine.dialect.name != "postgresql":
        return
    for model in NUMBERED:
        name = model.__tablename__
        db.session.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), "  # noqa: S608
                f"(SELECT COALESCE(MAX(id), 1) FROM {name}))"
            )
        )


def _last_id(model: Any) -> int:
    return db.session.scalar(select(func.max(model.id))) or 0
