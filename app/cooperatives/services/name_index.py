"""Keeping the trigrams of names beside the names."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import delete, insert

from app.cooperatives.models import Cooperative, NameTrigram
from app.cooperatives.naming import trigrams
from app.shared.database import db


def index_names(entered: Sequence[Cooperative]) -> None:
    """Of cooperatives that have just been entered."""
    rows = [row for each in entered for row in rows_of(each.id, each.regency, each.name)]
    if rows:
        db.session.execute(insert(NameTrigram), rows)


def index_again(cooperative: Cooperative, old_regency: str) -> None:
    """Of one that was renamed or moved."""
    db.session.execute(
        delete(NameTrigram).where(
            NameTrigram.regency == old_regency, NameTrigram.cooperative_id == cooperative.id
        )
    )
    index_names([cooperative])


def rows_of(cooperative_id: int, regency: str, name: str) -> Iterator[dict[str, Any]]:
    """As columns, in the order of the index."""
    for gram in sorted(trigrams(name)):
        yield {"regency": regency, "gram": gram, "cooperative_id": cooperative_id}
