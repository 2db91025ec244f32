"""Files at a draft: put there, and taken off again while it may still be changed."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.accounts.reader import Reader
from app.evidence import queries, services
from app.evidence.accepting import Accepted
from app.evidence.models import Attachment
from app.reports.queries import Case
from app.reports.services.drafting import begin
from app.reports.services.locking import lock_editable
from app.shared.errors import RuleBroken

MOST_FILES = 40


def attach(case: Case, kind: str, files: Sequence[Accepted], reader: Reader) -> int:
    """Put files at a report; how many are new to it. Raises RuleBroken."""
    report = lock_editable(case)
    if len(queries.attachments_of(report.id)) + len(files) > MOST_FILES:
        raise RuleBroken(too_many())
    place = services.Place(report.id, report.regency, kind)
    giver = services.Giver(reader.user_id, reader.name)
    new = [services.attach(place, file, giver) for file in files]
    begin(case, report, reader.name)
    return len([each for each in new if each])


def too_many() -> str:
    return _("A report holds at most %(n)s files. Remove some first.", n=MOST_FILES)


def detach(case: Case, attachment: Attachment, reader: Reader) -> None:
    """Take a file off; twice is once. Raises RuleBroken."""
    report = lock_editable(case)
    if attachment.removed_at is None:
        services.remove(attachment)
        begin(case, report, reader.name)
