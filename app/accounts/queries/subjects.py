"""What entries of the trail are about, by name: a page of them costs a question a kind at most.

Accounts stand below the register and the reports, and read only the few columns a name needs.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import Integer, String, Uuid, column, select, table

from app.accounts.queries.people import names_of
from app.accounts.queries.regencies import cooperative
from app.regions.queries import regency_name
from app.shared.database import db
from app.shared.web.words import period_name

Names = dict[str, str]
LARGEST = 2**31 - 1

_obligation = table(
    "obligation",
    column("public_id", Uuid),
    column("cooperative_id", Integer),
    column("book_year", Integer),
    column("quarter", Integer),
)
_assessment = table(
    "assessment",
    column("id", Integer),
    column("cooperative_id", Integer),
    column("book_year", Integer),
)
_import = table("register_import", column("id", Uuid), column("file_name", String))


class _Period(NamedTuple):
    book_year: int
    quarter: int


def names_of_subjects(subjects: Iterable[str]) -> Names:
    """Subject -> its name; what is not known any more is left out."""
    asked: dict[str, set[str]] = defaultdict(set)
    for subject in subjects:
        kind, _colon, identity = subject.partition(":")
        asked[kind].add(identity)
    return {
        f"{kind}:{identity}": name
        for kind, identities in asked.items()
        if kind in _NAMED_BY
        for identity, name in _NAMED_BY[kind](identities).items()
    }


def _people(ids: set[str]) -> Names:
    return {str(number): name for number, name in names_of(_numbers(ids)).items()}


def _cooperatives(ids: set[str]) -> Names:
    query = select(cooperative.c.id, cooperative.c.name).where(cooperative.c.id.in_(_numbers(ids)))
    return {str(row.id): row.name for row in db.session.execute(query)}


def _reports(ids: set[str]) -> Names:
    owed = _obligation.c
    query = (
        select(owed.public_id, owed.book_year, owed.quarter, cooperative.c.name)
        .join(cooperative, cooperative.c.id == owed.cooperative_id)
        .where(owed.public_id.in_(_uuids(ids)))
    )
    return {
        str(row.public_id): _(
            "Report %(period)s, %(name)s",
            period=period_name(_Period(row.book_year, row.quarter)),
            name=row.name,
        )
        for row in db.session.execute(query)
    }


def _scores(ids: set[str]) -> Names:
    score = _assessment.c
    query = (
        select(score.id, score.book_year, cooperative.c.name)
        .join(cooperative, cooperative.c.id == score.cooperative_id)
        .where(score.id.in_(_numbers(ids)))
    )
    return {
        str(row.id): _("Health score of %(year)s, %(name)s", year=row.book_year, name=row.name)
        for row in db.session.execute(query)
    }


def _imports(ids: set[str]) -> Names:
    query = select(_import.c.id, _import.c.file_name).where(_import.c.id.in_(_uuids(ids)))
    return {
        str(row.id): _("File %(name)s", name=row.file_name) for row in db.session.execute(query)
    }


def _agencies(codes: set[str]) -> Names:
    return {code: _("Dinas of %(place)s", place=regency_name(code)) for code in codes}


def _numbers(ids: set[str]) -> set[int]:
    """Those that can be one of a table: an address may ask for anything."""
    plain = {each for each in ids if each.isascii() and each.isdigit()}
    return {number for number in map(int, plain) if number <= LARGEST}


def _uuids(ids: set[str]) -> set[uuid.UUID]:
    found = set()
    for each in ids:
        with suppress(ValueError):
            found.add(uuid.UUID(each))
    return found


_NAMED_BY: dict[str, Callable[[set[str]], Names]] = {
    "user": _people,
    "cooperative": _cooperatives,
    "report": _reports,
    "assessment": _scores,
    "import": _imports,
    "agency": _agencies,
}
