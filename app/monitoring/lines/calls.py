"""Lines of the calls worth making: who, what is missing, and each number that may answer."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from flask_babel import gettext as _

from app.monitoring.lines.common import address_before_id, place
from app.monitoring.wording import kind
from app.shared.phones import dialled_phone, is_mobile, shown_phone, stored_phone, whatsapp_number
from app.shared.web.words import period_name


class Number(NamedTuple):
    """`whatsapp` is the address of a chat with the words begun; empty for a landline."""

    who: str
    shown: str
    dialled: str
    whatsapp: str


class CallLine(NamedTuple):
    url: str
    name: str
    about: str
    missing: str
    numbers: tuple[Number, ...]


def call_lines(
    rows: Sequence[Any],
    missing: Mapping[int, Sequence[Any]],
    officers: Mapping[int, Sequence[Any]],
    office: str,
) -> list[CallLine]:
    """One line per row of queries.calls.furthest_behind; `office` signs the message."""
    before_id = address_before_id()
    return [
        CallLine(
            f"{before_id}{row.id}",
            row.name,
            f"{place(row)} · {kind(row.group_code, None)}",
            ", ".join(map(period_name, missing[row.id])),
            tuple(_numbers(row, missing[row.id], officers.get(row.id, ()), office)),
        )
        for row in rows
    ]


def _numbers(
    row: Any, missing: Sequence[Any], officers: Sequence[Any], office: str
) -> list[Number]:
    """The cooperative's own number first; the same number is not told twice."""
    listed = [(_("The cooperative"), row.phone)]
    listed += [(f"{each.position} {each.name}", each.phone) for each in officers]
    told = _message(row.name, missing, office)
    found: dict[str, Number] = {}
    for who, phone in listed:
        if phone:
            found.setdefault(dialled_phone(phone), _number(who, phone, told))
    return list(found.values())


def _number(who: str, phone: str, told: str) -> Number:
    mobile = is_mobile(stored_phone(phone) or "")
    chat = f"https://wa.me/{whatsapp_number(phone)}?text={quote(told)}" if mobile else ""
    return Number(who, shown_phone(phone), dialled_phone(phone), chat)


def _message(name: str, missing: Sequence[Any], office: str) -> str:
    """The first words of a chat: what is missing, and an offer to help."""
    return _(
        "To the board of %(name)s: we have not received %(reports)s yet. Can we help? %(office)s",
        name=name,
        reports=", ".join(period_name(each).replace("\u00a0", " ") for each in missing),
        office=office,
    )
