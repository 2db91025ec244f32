"""What one item of a copy is about, and whether it can go in. Nothing is written here."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import current_app, request
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.exceptions import HTTPException

from app.accounts.reader import Reader
from app.cooperatives.models import Cooperative
from app.cooperatives.queries import may_see
from app.rescue.bundle import Item
from app.rescue.contents import Row
from app.rescue.subjects import PAGES, TAKEN, Subject, subject_of
from app.shared.database import db
from app.shared.errors import NotTheirs
from app.shared.models import ReplayedRequest
from app.shared.writing.replay import UNANSWERED


class Standing(StrEnum):
    """Whether it may go in, and at last whether it has."""

    NEW = "new"
    THERE = "there"
    REFUSED = "refused"
    STORED = "stored"
    EXPECTED = "expected"
    """Of a file: the copy only tells of it, it is still on the phone."""


@dataclass(frozen=True)
class Looked:
    """An item as people see it; plain values, for the session it was read in ends."""

    item: Item
    standing: Standing
    sentence: str = ""
    cooperative: str = ""
    period: str = ""
    title: str = ""
    said: tuple[Row, ...] = ()
    is_whole: bool = True
    """Of what was stored: whether the person need not come back to it."""
    reader: Reader | None = None
    """The person in the post they wrote it in."""
    is_page: bool = False
    """A page of a draft: what is typed there is stored even where it is not right yet."""


def look(item: Item, person: Reader, officer: Reader) -> Looked:
    """Nothing is said of a cooperative that the officer may not see."""
    try:
        endpoint, values = place(item.path, TAKEN)
        subject = subject_of(endpoint, values, item, officer)
    except NotTheirs:
        return Looked(item, Standing.REFUSED, nothing_here())
    reader = writer(person, subject.cooperative, endpoint)
    standing, sentence = _standing(endpoint, values, item, subject, reader)
    return Looked(
        item,
        standing,
        sentence,
        cooperative=subject.cooperative.name,
        period=subject.period,
        title=subject.title,
        said=subject.said,
        reader=reader,
        is_page=endpoint == PAGES,
    )


def place(path: str, taken: tuple[str, ...]) -> tuple[str, Mapping[str, Any]]:
    """The view behind an address and the variables in it. Raises NotTheirs for one not taken."""
    inner = path.removeprefix(request.script_root)
    try:
        endpoint, values = current_app.url_map.bind("").match(inner, "POST")
    except HTTPException as fault:
        raise NotTheirs from fault
    if endpoint not in taken:
        raise NotTheirs
    return endpoint, values


def writer(person: Reader, cooperative: Cooperative, endpoint: str) -> Reader | None:
    """In which of their posts they may ask for this; None in none of them."""
    permission = getattr(current_app.view_functions[endpoint], "permission")  # noqa: B009
    for post in person.posts:
        acting = person.acting_in(post)
        if acting.can(permission) and may_see(acting, cooperative):
            return acting
    return None


def nothing_here() -> str:
    return _("It is about nothing that you can see here.")


def no_post() -> str:
    return _("The person holds no post any more in which this may be sent.")


def _standing(
    endpoint: str, values: Mapping[str, Any], item: Item, subject: Subject, reader: Reader | None
) -> tuple[Standing, str]:
    if reader is None:
        return Standing.REFUSED, no_post()
    if _is_answered(reader.user_id, item.key):
        return Standing.THERE, ""
    if item.is_draft and endpoint != PAGES:
        return Standing.REFUSED, _("Only typed, never pressed: it is not sent for anybody.")
    last = (
        subject.case.report.page_versions.get(values.get("page_code", ""), {})
        if subject.case
        else {}
    )
    if item.is_draft and last and not _is_written_upon(item, last):
        return Standing.REFUSED, _overtaken(last)
    return Standing.NEW, ""


def _is_written_upon(draft: Item, last: Mapping[str, Any]) -> bool:
    """Whether the page still is what the draft was opened on, or this very copy made it so."""
    is_own = last["writer"] == draft.says("writer") and last.get("turn", "") in draft.follows
    return is_own or str(last["number"]) == draft.says("version")


def _overtaken(last: Mapping[str, Any]) -> str:
    return _("This page was saved since by %(name)s at %(at)s. What stands there stays.",
             name=last["name"], at=last["at"])  # fmt: skip


def _is_answered(user_id: int, key: uuid.UUID) -> bool:
    query = select(ReplayedRequest.status).where(
        ReplayedRequest.user_id == user_id, ReplayedRequest.key == key
    )
    return db.session.scalar(query) not in (None, UNANSWERED)
