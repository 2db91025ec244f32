"""Cells that repeat from row to row, written once by their macro and kept."""

from functools import cache, lru_cache
from typing import cast

from flask import current_app
from flask_babel import gettext as _
from markupsafe import Markup

from app.monitoring.wording import (
    Look,
    grade_look,
    no_grade,
    report_look,
    score,
    score_range,
    trust_look,
)
from app.shared.formatting import NO_BREAK

KEPT = 4096


@cache
def status(state: str | None, *, is_overdue: bool) -> Markup:
    """The tag of a report."""
    return _written("status_cell", report_look(state, is_overdue=is_overdue))


@lru_cache(KEPT)
def grade(
    code: str | None,
    lowest: int | None,
    highest: int | None,
    basis: str | None,
    is_confirmed: bool,  # noqa: FBT001
    year: int | None,
    financial: int | None,
) -> Markup:
    """The mark of a grade or the range of a score, and how far it may be believed."""
    trust = None
    if basis is not None:
        look = trust_look(basis, is_confirmed=is_confirmed)
        told = f"{look.text}, {year}"
        if financial is not None:
            aspect = _("financial aspect %(score)s", score=score(financial))
            told += " · " + aspect.replace(" ", NO_BREAK)
        trust = look._replace(text=told)
    return _written("grade_cell", grade_or_range(code, lowest, highest), trust)


def grade_or_range(code: str | None, lowest: int | None, highest: int | None) -> Look:
    if code is None and (lowest is None or highest is None):
        return no_grade()
    look = grade_look(code)
    if code is not None or lowest is None or highest is None:
        return look
    return look._replace(text=look.text.format(score_range(lowest, highest)))


def _written(macro: str, *looks: Look | None) -> Markup:
    module = current_app.jinja_env.get_template("components/table.html").module
    return cast("Markup", getattr(module, macro)(*looks))
