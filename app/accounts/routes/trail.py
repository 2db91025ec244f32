"""The audit trail as a page. It stands here, on the lowest floor that knows who may read."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.queries.subjects import names_of_subjects
from app.accounts.roles import Permission, Role
from app.accounts.words import role_name
from app.audit import queries
from app.audit.models import AuditEntry
from app.audit.queries import Sought
from app.audit.words import SENTENCES, sentence, subject_name
from app.shared.formatting import long_date
from app.shared.web.pages import LONGEST_SEARCH, address_with, requested_page, searched_words
from app.shared.web.rendering import render

audit = Blueprint("audit", __name__)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@audit.get("/d/jejak")
@needs(Permission.READ_AUDIT)
def index() -> Response:
    sought = _sought()
    page = requested_page(queries.how_many(current_user.scope, sought))
    entries = queries.entries(current_user.scope, sought, page)
    names = names_of_subjects({sought.subject, *(entry.subject for entry in entries)})
    return render(
        "audit/index.html",
        fragment="audit/_list.html",
        sought=sought,
        page=page,
        lines=[(entry, _told(entry), _about(entry.subject, names)) for entry in entries],
        actions=_actions(),
        about=_about(sought.subject, names) if sought.subject else "",
        everything=address_with(subjek=None),
        is_narrowed=sought != Sought(),
    )


def _sought() -> Sought:
    asked = request.args
    action = asked.get("aksi", "")
    return Sought(
        person=searched_words(asked, "orang"),
        action=action if action in SENTENCES else "",
        subject=asked.get("subjek", "").strip()[:LONGEST_SEARCH],
        since=_day("dari"),
        until=_day("sampai"),
    )


def _day(name: str) -> date | None:
    """A date of the address; one that is none narrows nothing."""
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _about(subject: str, names: Mapping[str, str]) -> str:
    return names.get(subject) or subject_name(subject)


def _told(entry: AuditEntry) -> str:
    return sentence(entry.action, _in_words(entry.details))


def _in_words(details: Mapping[str, Any]) -> dict[str, Any]:
    """Details as people say them: roles by their names, days as they are written."""
    told = {key: _spoken(value) for key, value in details.items()}
    role = details.get("role")
    return {**told, "role": role_name(role)} if role in set(Role) else told


def _spoken(value: Any) -> Any:
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        return value
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def _actions() -> list[tuple[str, str]]:
    """Every action with its sentence, blanks left as an ellipsis, by the alphabet."""
    blank = dict.fromkeys(_PLACEHOLDERS, "…")
    named = ((action, sentence(action, blank)) for action in SENTENCES)
    return [("", _("All")), *sorted(named, key=lambda pair: pair[1])]


_PLACEHOLDERS = (
    "name", "username", "name_before", "device", "role", "starts_on", "ends_on", "day", "first",
    "last", "reason", "receipt", "version", "text", "until",
)  # fmt: skip
