"""Loading administrative areas."""

import csv
import re
from pathlib import Path

from sqlalchemy import select

from app.regions import queries
from app.regions.models import Region
from app.shared.database import db
from app.shared.errors import RuleBroken

KUDUS_CSV = Path(__file__).parent / "data" / "kudus.csv"
_CODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?", re.ASCII)


def load_csv(path: Path) -> int:
    """Insert or rename the areas of a CSV with `code,name`; how many rows it held.

    Twice the same file changes nothing. A wrong code refuses the whole file.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [_area(number, row) for number, row in enumerate(csv.DictReader(file), start=2)]
    names = dict(rows)
    known = {each.code: each for each in db.session.scalars(select(Region).order_by(Region.code))}
    for code, name in sorted(names.items()):
        if code in known:
            known[code].name = name
        else:
            db.session.add(Region(code=code, name=name, parent=parent_of(code)))
    db.session.flush()
    queries.forget_names()
    return len(names)


def parent_of(code: str) -> str | None:
    """33.19.06.2008 lies in 33.19.06, that in 33.19, that in 33."""
    return code.rpartition(".")[0] or None


def _area(number: int, row: dict[str, str | None]) -> tuple[str, str]:
    code, name = (row.get("code") or "").strip(), (row.get("name") or "").strip()
    if not _CODE.fullmatch(code) or not name:
        raise RuleBroken(f"Line {number}: {code!r}, {name!r} is not a code and a name.")
    return code, name
