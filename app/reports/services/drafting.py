"""Saving pieces of a draft: page by page, never over somebody else's newer numbers."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.audit.services import note
from app.obligations.states import ObligationState
from app.reports.drafts.inputs import PageInput
from app.reports.models import Report
from app.reports.queries import Case
from app.reports.services.locking import lock_editable
from app.shared import clock
from app.shared.formatting import clock_time

Chosen = int | str | None


@dataclass(frozen=True)
class Stamp:
    """Who saves: `writer` names one open page, so that it is never in its own way.

    `turn` counts what that page has sent: on a bad line the earlier may come later.
    """

    name: str
    writer: str
    version: int
    turn: str = ""

    def is_overtaken_by(self, last: Mapping[str, Any]) -> bool:
        """Whether the same page has since been saved with newer words."""
        page, _, count = self.turn.partition(".")
        last_page, _, last_count = last.get("turn", "").partition(".")
        if last.get("writer") != self.writer or not page or page != last_page:
            return False
        return count.isdecimal() and last_count.isdecimal() and int(count) < int(last_count)


@dataclass(frozen=True)
class Conflict:
    """Somebody else saved this page since it was opened: both numbers or texts, by code."""

    name: str
    at: str
    theirs: dict[str, Any]
    mine: dict[str, Any]


def save_figures(
    case: Case, page: str, codes: Collection[str], read: PageInput, stamp: Stamp
) -> Conflict | None:
    """Store what a page said; texts that are not numbers are kept as texts."""
    report = lock_editable(case)
    if stamp.is_overtaken_by(report.page_versions.get(page, {})):
        return None
    kept = {code: value for code, value in report.figures.items() if code in codes}
    texts = {code: text for code, text in report.unread.items() if code in codes}
    conflict = _conflict(report, page, stamp, kept | texts, read.figures | read.unread)
    if conflict:
        return conflict
    others = {code: value for code, value in report.figures.items() if code not in codes}
    report.figures = others | read.figures
    report.unread = _without(report.unread, codes) | read.unread
    same = {code for code, value in read.figures.items() if kept.get(code) == value}
    report.copied = {
        code: True for code in report.copied if code not in codes or code in same
    }  # a copy that was typed over is no copy any more
    _stamp(case, report, page, stamp)
    return None


def save_answers(
    case: Case, page: str, items: Collection[str], given: dict[str, bool], stamp: Stamp
) -> Conflict | None:
    """Store the answers of a questionnaire page; saving it confirms what had been copied."""
    report = lock_editable(case)
    if stamp.is_overtaken_by(report.page_versions.get(page, {})):
        return None
    kept = {item: value for item, value in report.answers.items() if item in items}
    conflict = _conflict(report, page, stamp, kept, given)
    if conflict:
        return conflict
    report.answers = _without(report.answers, items) | given
    report.copied_answers = _without(report.copied_answers, items)
    _stamp(case, report, page, stamp)
    return None


def settle_figures(case: Case, page: str, chosen: Mapping[str, Chosen], name: str) -> None:
    """What was chosen between two people's, over what is stored; None leaves it empty.

    Stamped as nobody's open page: one that still holds other numbers is asked again.
    """
    report = lock_editable(case)
    kept = {code: value for code, value in chosen.items() if isinstance(value, int)}
    texts = {code: value for code, value in chosen.items() if isinstance(value, str)}
    report.figures = _without(report.figures, chosen) | kept
    report.unread = _without(report.unread, chosen) | texts
    note("report.settled", f"report:{report.id}", report.regency, page=page, chosen=dict(chosen))
    _stamp(case, report, page, Stamp(name, new_writer(), 0))


def settle_answers(case: Case, page: str, chosen: Mapping[str, bool | None], name: str) -> None:
    """The same for answers."""
    report = lock_editable(case)
    kept = {item: value for item, value in chosen.items() if value is not None}
    report.answers = _without(report.answers, chosen) | kept
    note("report.settled", f"report:{report.id}", report.regency, page=page, chosen=dict(chosen))
    _stamp(case, report, page, Stamp(name, new_writer(), 0))


def confirm(case: Case, codes: Iterable[str]) -> None:
    """Masih sama: the copied numbers have been looked at."""
    report = lock_editable(case)
    report.copied = _without(report.copied, set(codes))


def copy_last(case: Case, figures: dict[str, int], name: str) -> int:
    """Fill what is still empty from the last period, marked until looked at; how many."""
    report = lock_editable(case)
    new = {code: value for code, value in figures.items() if code not in report.figures}
    report.figures = report.figures | new
    report.unread = _without(report.unread, new)
    report.copied = report.copied | dict.fromkeys(new, True)
    begin(case, report, name)
    return len(new)


def copy_answers(case: Case, answers: dict[str, bool], name: str) -> int:
    """Last year's questionnaire, to be confirmed page by page; how many answers."""
    report = lock_editable(case)
    new = {item: value for item, value in answers.items() if item not in report.answers}
    report.answers = report.answers | new
    report.copied_answers = report.copied_answers | dict.fromkeys(new, True)
    begin(case, report, name)
    return len(new)


def new_writer() -> str:
    """A name for one open page."""
    return uuid.uuid4().hex[:12]


def _conflict(
    report: Report, page: str, stamp: Stamp, kept: dict[str, Any], given: dict[str, Any]
) -> Conflict | None:
    last = report.page_versions.get(page)
    if not last or last["number"] == stamp.version or last["writer"] == stamp.writer:
        return None
    differing = {code for code in kept | given if kept.get(code) != given.get(code)}
    if not differing:
        return None
    return Conflict(
        last["name"],
        last["at"],
        {code: kept.get(code) for code in differing},
        {code: given.get(code) for code in differing},
    )


def _stamp(case: Case, report: Report, page: str, stamp: Stamp) -> None:
    number = report.page_versions.get(page, {}).get("number", 0) + 1
    entry = {
        "number": number,
        "writer": stamp.writer,
        "turn": stamp.turn,
        "name": stamp.name,
        "at": clock_time(clock.now()),
    }
    report.page_versions = report.page_versions | {page: entry}
    begin(case, report, stamp.name)


def begin(case: Case, report: Report, name: str) -> None:
    """Something of this report was saved."""
    report.saved_at = clock.now()
    report.saved_by = name
    if case.obligation.state == ObligationState.OWED:
        case.obligation.state = ObligationState.DRAFT


def _without(values: dict[str, Any], codes: Collection[str]) -> dict[str, Any]:
    return {code: value for code, value in values.items() if code not in codes}
