"""What one file of a copy is for, and whether it can go in. Nothing is written or kept here."""

import base64
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.evidence import queries as evidence
from app.evidence import wording
from app.evidence.accepting import open_apart
from app.evidence.kinds import KINDS
from app.evidence.opening.formats import Refused
from app.evidence.promised import queries as promised
from app.reports import queries
from app.reports.queries import Case
from app.reports.services import promising
from app.rescue.files.held import Held
from app.rescue.looking import Standing, no_post, nothing_here, place, writer
from app.shared.errors import NotTheirs
from app.shared.web.words import period_name

ATTACH = "reports.attach"
QUESTIONS = "/k/konsultasi/"
KIND_NAMES = {kind.code: kind.name for kind in KINDS}


@dataclass(frozen=True)
class LookedFile:
    """A file as people see it; plain values, for the session it was read in ends."""

    held: Held
    standing: Standing
    sentence: str = ""
    cooperative: str = ""
    period: str = ""
    kind: str = ""
    picture: str = ""
    """A small one as a data: address."""
    reader: Reader | None = None
    """The person in the post they chose it in."""


def look_at(held: Held, person: Reader, officer: Reader) -> LookedFile:
    """Nothing is said of a cooperative that the officer may not see."""
    try:
        endpoint, values = place(held.path, (ATTACH,))
        case = queries.case_for(officer, values["report_id"])
    except NotTheirs:
        why = _of_a_question() if held.path.startswith(QUESTIONS) else nothing_here()
        return LookedFile(held, Standing.REFUSED, why)
    reader = writer(person, case.cooperative, endpoint)
    standing, sentence = _standing(held, case, reader)
    about = (case.cooperative.name, period_name(case.period), _kind_name(held.kind))
    return LookedFile(held, standing, sentence, *about, reader=reader)


def opened_up(looked: LookedFile) -> LookedFile:
    """With its picture, or why it will not be taken: opened apart, as when it is stored."""
    if looked.standing is not Standing.NEW or looked.held.content is None:
        return looked
    try:
        found = open_apart(looked.held.content)
    except Refused as refused:
        return refuse(looked, wording.sentence(refused.why))
    small = base64.b64encode(found.preview).decode()
    return replace(looked, picture=f"data:image/jpeg;base64,{small}" if small else "")


def refuse(looked: LookedFile, sentence: str) -> LookedFile:
    return replace(looked, standing=Standing.REFUSED, sentence=sentence)


def _standing(held: Held, case: Case, reader: Reader | None) -> tuple[Standing, str]:
    report = case.report
    if reader is None:
        return Standing.REFUSED, no_post()
    if evidence.same_file(report.id, held.sent_hash, held.sent_hash):
        return Standing.THERE, ""
    if not report.is_editable and not promised.promised_file(report.id, held.sent_hash):
        return Standing.REFUSED, promising.too_late()
    if held.content is None:
        return Standing.EXPECTED, _("It is not in this file. Choose the other files of the copy "
                                    "too, or wait until the phone sends it.")  # fmt: skip
    if not held.is_intact:
        return Standing.REFUSED, _("Its content is not what the phone had said. "
                                   "Ask for the copy to be saved again.")  # fmt: skip
    return Standing.NEW, ""


def _of_a_question() -> str:
    return _(
        "Photos of a question to the dinas stay on the phone, and follow when it has a signal."
    )


def _kind_name(code: str) -> str:
    """What names no kind is stored as one of the other papers."""
    return str(KIND_NAMES.get(code, KINDS[-1].name))
