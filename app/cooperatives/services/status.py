"""A cooperative ends, merges, sleeps, or turns out to live."""

from datetime import date

from flask_babel import gettext as _

from app.audit.services import note
from app.cooperatives import events
from app.cooperatives.kinds import REPORTING, Status
from app.cooperatives.models import Cooperative
from app.shared.clock import today
from app.shared.database import db
from app.shared.errors import RuleBroken


def change_status(
    cooperative: Cooperative,
    status: Status,
    since: date,
    reason: str,
    merged_into: Cooperative | None = None,
) -> None:
    """Give a cooperative another status from a day on; obligations end or come back."""
    if cooperative.status == status:
        raise RuleBroken(_("The cooperative already has this status."))
    if status is Status.MERGED:
        _refuse_bad_merger(cooperative, merged_into)
    before = cooperative.status
    cooperative.status = status
    cooperative.status_since = since
    cooperative.status_reason = reason
    cooperative.merged_into_id = merged_into.id if merged_into else None
    db.session.flush()
    _tell(cooperative, str(before))


def _tell(cooperative: Cooperative, before: str) -> None:
    """Leave the trace, and let the obligations follow."""
    now, since, reason = (
        str(cooperative.status),
        cooperative.status_since,
        cooperative.status_reason,
    )
    note(
        "cooperative.status_changed",
        f"cooperative:{cooperative.id}",
        cooperative.regency,
        old=before,
        new=now,
        since=str(since),
        reason=reason,
        merged_into=cooperative.merged_into_id,
    )
    events.changed.tell(
        events.Changed(cooperative, {"status": before}, {"status": now}, since or today(), reason)
    )


def _refuse_bad_merger(cooperative: Cooperative, into: Cooperative | None) -> None:
    if into is None:
        raise RuleBroken(_("Choose the cooperative it joins."))
    if into.id == cooperative.id:
        raise RuleBroken(_("A cooperative cannot merge into itself."))
    if into.status not in REPORTING:
        raise RuleBroken(_("The cooperative it would join no longer exists. Choose another."))
