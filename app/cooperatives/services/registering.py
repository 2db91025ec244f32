"""Cooperatives enter the register and change their nature."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from app.audit.services import note
from app.cooperatives import events
from app.cooperatives.kinds import Status
from app.cooperatives.models import Cooperative, Officer
from app.cooperatives.naming import search_name
from app.cooperatives.queries.lookups import officers_of
from app.cooperatives.services.name_index import index_again, index_names
from app.cooperatives.starting import period_at
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken

REGENCY, DISTRICT = 5, 8
"""Lengths of the codes that a village's code begins with."""

TOLD = (
    "business_type",
    "pattern",
    "has_savings_loan_unit",
    "legal_form",
    "book_year_month",
    "first_period_end",
    "membership_scope",
    "district",
    "regency",
)
"""Columns whose change moves or ends obligations, or changes what a report asks."""


def register(values: Mapping[str, Any], officers: Sequence[Mapping[str, Any]] = ()) -> Cooperative:
    """Enter one cooperative, active unless told otherwise, with its officers."""
    made = _new(values)
    _flush()
    index_names([made])
    add_officers(made, officers)
    note("cooperative.registered", f"cooperative:{made.id}", made.regency, name=made.name)
    events.registered.tell([made])
    return made


def register_all(
    rows: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], source: str
) -> list[Cooperative]:
    """Enter many at once, all or nothing; one audit entry tells where they came from."""
    made = [_new(values) for values, _officers in rows]
    _flush()
    index_names(made)
    named = [
        {**officer, "cooperative_id": cooperative.id}
        for cooperative, (_values, officers) in zip(made, rows, strict=True)
        for officer in officers
    ]
    if named:
        db.session.execute(insert(Officer), named)
    regency = made[0].regency
    note("cooperative.imported", f"import:{source}", regency, count=len(made))
    events.registered.tell(made)
    return made


def edit(cooperative: Cooperative, values: Mapping[str, Any]) -> list[str]:
    """Write what was typed; the names of the columns that changed."""
    wanted = {**values, **_derived(values)}
    before = {name: getattr(cooperative, name) for name in wanted}
    changed = sorted(name for name, value in wanted.items() if before[name] != value)
    for name in changed:
        setattr(cooperative, name, wanted[name])
    _flush()
    if {"name", "regency"} & set(changed):
        index_again(cooperative, before["regency"])
    if changed:
        subject = f"cooperative:{cooperative.id}"
        note("cooperative.edited", subject, cooperative.regency, fields=changed)
        _tell(cooperative, before, [name for name in changed if name in TOLD])
    return changed


def add_officers(cooperative: Cooperative, rows: Sequence[Mapping[str, Any]]) -> None:
    """Name officers of a cooperative that has none yet."""
    for row in rows:
        columns = {name: value for name, value in row.items() if name != "id"}
        db.session.add(Officer(cooperative_id=cooperative.id, **columns))


def save_officers(cooperative: Cooperative, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make the officers those of the rows: known ids are changed, the rest come and go."""
    known = {each.id: each for each in officers_of(cooperative.id)}
    for row in rows:
        officer = known.pop(row["id"], None)
        if officer is None:
            officer = Officer(cooperative_id=cooperative.id)
            db.session.add(officer)
        for name, value in row.items():
            if name != "id":
                setattr(officer, name, value)
    for gone in known.values():
        db.session.delete(gone)
    db.session.flush()
    subject = f"cooperative:{cooperative.id}"
    note("cooperative.officers_saved", subject, cooperative.regency, count=len(rows))


def _new(values: Mapping[str, Any]) -> Cooperative:
    made = Cooperative(
        **{
            "status": Status.ACTIVE,
            **values,
            **_derived(values),
            "created_at": clock.now(),
        }
    )
    db.session.add(made)
    return made


def _derived(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns that follow from others; the start is a period of the own book year."""
    village, month = values["village"], values["book_year_month"]
    return {
        "regency": village[:REGENCY],
        "district": village[:DISTRICT],
        "search_name": search_name(values["name"]),
        "first_period_end": period_at(values["first_period_end"], month).end,
    }


def _tell(cooperative: Cooperative, before: Mapping[str, Any], told: list[str]) -> None:
    if not told:
        return
    events.changed.tell(
        events.Changed(
            cooperative,
            old={name: before[name] for name in told},
            new={name: getattr(cooperative, name) for name in told},
            since=clock.today(),
        )
    )


def _flush() -> None:
    """Two people may enter the same number at once: the second is told, not the log."""
    try:
        db.session.flush()
    except IntegrityError as clash:
        raise RuleBroken(
            _("A cooperative with this NIK or legal entity number was just registered. Look it up.")
        ) from clash
