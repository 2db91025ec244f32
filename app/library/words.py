"""Kinds and validity as people say them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.cooperatives import kinds as register
from app.library.kinds import Kind, Validity, validity
from app.library.models import Article
from app.regions.queries import district_name
from app.shared.formatting import long_date

KINDS = {
    Kind.GUIDE: _l("Guide"),
    Kind.FAQ: _l("Question and answer"),
    Kind.REGULATION: _l("Regulation"),
    Kind.FORM: _l("Form to copy"),
    Kind.ANNOUNCEMENT: _l("Announcement"),
}
ICONS = {
    Kind.GUIDE: "info",
    Kind.FAQ: "help",
    Kind.REGULATION: "seal",
    Kind.FORM: "file",
    Kind.ANNOUNCEMENT: "bell",
}
_TONES = {
    Validity.COMING: ("fair", "clock"),
    Validity.HOLDS: ("good", "done"),
    Validity.ENDING: ("warn", "clock"),
    Validity.OVER: ("bad", "stop"),
}


GROUPS = {
    str(code): name
    for names in (register.BUSINESS_TYPE_NAMES, register.PATTERN_NAMES, register.GROUPS)
    for code, name in names.items()
}
"""Types and patterns first: most articles that are not for all are for one of these."""


class Standing(NamedTuple):
    """Whether an article still holds: a word for a tag, a sentence, and how both look."""

    code: Validity
    word: str
    sentence: str
    tone: str
    icon: str


def standing(article: Article, today: date) -> Standing:
    code = validity(article.valid_from, article.valid_until, today)
    word = {
        Validity.COMING: _("Not yet in force"),
        Validity.HOLDS: _("Still holds"),
        Validity.ENDING: _("Ends soon"),
        Validity.OVER: _("No longer holds"),
    }[code]
    return Standing(code, word, _sentence(code, article.valid_from, article.valid_until),
                    *_TONES[code])  # fmt: skip


def _sentence(code: Validity, since: date | None, until: date | None) -> str:
    if code is Validity.OVER and until:
        return _("No longer holds: it held until %(day)s.", day=long_date(until))
    if code is Validity.COMING and since:
        return _("Not yet in force: it holds from %(day)s.", day=long_date(since))
    if since and until:
        days = {"since": long_date(since), "until": long_date(until)}
        return _("Still holds, from %(since)s until %(until)s.", **days)
    if until:
        return _("Still holds, until %(day)s.", day=long_date(until))
    if since:
        return _("Still holds, since %(day)s.", day=long_date(since))
    return _("Still holds.")


def audience(groups: Iterable[str], districts: Iterable[str]) -> str:
    """For whom it is; empty for everybody."""
    names = [group_name(code) for code in groups]
    places = [_("District %(name)s", name=district_name(code)) for code in districts]
    return ", ".join([*names, *places])


def group_name(code: str) -> str:
    """A type, a pattern or a group of cooperatives."""
    return GROUPS.get(code, code)
