"""A register file is read, waits for a yes, and is carried out: all of it or nothing."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.audit.services import note
from app.cooperatives.identifiers import digits
from app.cooperatives.importing.judging import UNIQUE, Register, judge
from app.cooperatives.importing.places import Places
from app.cooperatives.importing.reading import FileFault, Sheet, read
from app.cooperatives.importing.verdicts import Candidate, Complaint
from app.cooperatives.models import Cooperative, RegisterImport
from app.cooperatives.queries.imports import applied_import
from app.cooperatives.queries.lookups import holders_of, names_by_village
from app.cooperatives.services.registering import register_all
from app.regions.queries import regency_name, villages_by_district
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.formatting import moment

NAME_LENGTH = 160


@dataclass(frozen=True)
class Verdict:
    """What came of reading a file."""

    sheet: Sheet
    candidates: list[Candidate]
    complaints: list[Complaint]


def judge_sheet(sheet: Sheet, regency: str) -> Verdict:
    """Hold the rows of a sheet against the regency's areas and its register."""
    places = Places.of(regency_name(regency), villages_by_district(regency))
    numbers = {key: holders_of(key, _written(sheet, key)) for key in UNIQUE}
    register = Register(numbers, names_by_village(regency))
    candidates, complaints = judge(sheet.rows, places, register, clock.today())
    return Verdict(sheet, candidates, complaints)


def _written(sheet: Sheet, key: str) -> set[str]:
    """What a column says, as it stands and without the marks people put between digits."""
    cells = {row.cells.get(key, "") for row in sheet.rows} - {""}
    return cells | {digits(cell) for cell in cells}


def keep(
    content: bytes, file_name: str, regency: str, user: tuple[int, str], rows: int
) -> uuid.UUID:
    """Put a file aside that is free of faults; the id under which it waits."""
    waiting = RegisterImport(
        id=uuid.uuid4(),
        regency=regency,
        user_id=user[0],
        user_name=user[1],
        file_name=file_name[:NAME_LENGTH],
        content_hash=hash_of(content),
        content=content,
        row_count=rows,
        read_at=clock.now(),
    )
    db.session.add(waiting)
    db.session.flush()
    note("cooperative.import_read", f"import:{waiting.id}", regency, file=waiting.file_name)
    return waiting.id


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refuse_repetition(content_hash: str, regency: str) -> None:
    """The same file a second time is a mistake, and said so."""
    earlier = applied_import(content_hash, regency)
    if earlier and earlier.applied_at:
        raise RuleBroken(
            _(
                "This file was already imported on %(when)s by %(name)s. Nothing was added.",
                when=moment(earlier.applied_at),
                name=earlier.user_name,
            )
        )


def carry_out(waiting: RegisterImport, first_end: date) -> list[Cooperative]:
    """Enter every row of a waiting file; refused as a whole if anything has changed since.

    Reports are owed from the period that ends on `first_end`, and none before it.
    """
    refuse_repetition(waiting.content_hash, waiting.regency)
    sheet = read(waiting.content)
    verdict = None if isinstance(sheet, FileFault) else judge_sheet(sheet, waiting.regency)
    if verdict is None or verdict.complaints or not verdict.candidates:
        raise RuleBroken(_("The register has changed since. Upload the file again."))
    rows = [
        ({**each.values, "first_period_end": first_end}, each.officers)
        for each in verdict.candidates
    ]
    made = register_all(rows, str(waiting.id))
    waiting.applied_at = clock.now()
    waiting.content = b""
    return made
