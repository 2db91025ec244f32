"""The same write twice is one effect and one answer, under a key that the phone made for it.

A phone that lost the answer on its way cannot know whether it was heard, so it sends again with
the same `Idempotency-Key`. Key and answer are written in the transaction of the effect.
"""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Response, abort, request
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy import delete, select

from app.shared import clock
from app.shared.database import db, inserting
from app.shared.errors import RuleBroken
from app.shared.models import ReplayedRequest

HEADER = "Idempotency-Key"
RECEIVED = "X-Received"
"""Says back the key of what was taken: a phone believes nothing else, whoever answers."""
KEPT = (
    "Content-Type", "Location", "HX-Redirect", "HX-Trigger", "HX-Retarget", "X-Saved-At",
    "X-Receipt", "X-Receipt-At",
)  # fmt: skip
"""Headers of the first answer that a later one needs."""
KEPT_FOR = timedelta(days=60)
"""A phone may have lain in a drawer; after that a report is long there in some other way."""
UNANSWERED = 0
REFUSED = 400
TOKEN = "csrf_token"  # noqa: S105 a field's name; its value differs each time


def once(act: Callable[[], Response]) -> Response:
    """Act and answer, or give the answer that the same key got before.

    Raises RuleBroken when the key came with other content.
    """
    key = _key()
    if key is None or not current_user.is_authenticated:
        return act()
    said = _content_hash()
    earlier = _claimed(current_user.user_id, key, said)
    if earlier.content_hash != said:
        raise RuleBroken(_("This was sent before with other content. Open it again and send anew."))
    if earlier.status != UNANSWERED:
        headers = {**earlier.headers, RECEIVED: str(key)}
        return Response(earlier.body, earlier.status, headers)
    response = act()
    if response.status_code < REFUSED:
        response.headers[RECEIVED] = str(key)
        earlier.status, earlier.body = response.status_code, response.get_data(as_text=True)
        given = response.headers
        earlier.headers = {name: given[name] for name in KEPT if name in given}
    return response


def forget_old(now: datetime) -> int:
    """Drop answers nobody will ask for again; how many."""
    old = delete(ReplayedRequest).where(ReplayedRequest.created_at < now - KEPT_FOR)
    return int(db.session.execute(old).rowcount)  # type: ignore[attr-defined]


def _key() -> uuid.UUID | None:
    text = request.headers.get(HEADER)
    if text is None:
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        abort(REFUSED)


def _claimed(user_id: int, key: uuid.UUID, said: str) -> ReplayedRequest:
    """The row of a key, ours until the commit: whoever comes second waits here for the first."""
    blank = {"status": UNANSWERED, "headers": {}, "body": "", "created_at": clock.now()}
    mine = inserting(ReplayedRequest).values(user_id=user_id, key=key, content_hash=said, **blank)
    db.session.execute(mine.on_conflict_do_nothing())
    query = (
        select(ReplayedRequest)
        .where(ReplayedRequest.user_id == user_id, ReplayedRequest.key == key)
        .with_for_update()
    )
    return db.session.scalars(query).one()


def _content_hash() -> str:
    """SHA-256 of what was asked: address, fields without the token, and files."""
    digest = hashlib.sha256(f"{request.method} {request.full_path}\n".encode())
    if not request.form and not request.files:
        digest.update(request.get_data())
    for name, value in sorted(request.form.items(multi=True)):
        if name != TOKEN:
            digest.update(f"{name}={value}\n".encode())
    for name, file in sorted(request.files.items(multi=True)):
        content = hashlib.sha256(file.read()).hexdigest()
        file.seek(0)
        digest.update(f"{name}:{file.filename}:{content}\n".encode())
    return digest.hexdigest()
