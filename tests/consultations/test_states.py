"""What follows from a log, on plain lines: no database, any order of happenings that may happen."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.consultations.standing import Standing, stand
from app.consultations.states import MOVES, OPEN, Happening, Status, after, fold, may_happen

H, S = Happening, Status
START = datetime(2026, 11, 23, 3, tzinfo=UTC)
DETAILS: dict[Happening, dict[str, Any]] = {
    H.ASSIGNED: {"to": 7, "to_name": "Rina"},
    H.CLAIMED: {"to": 8, "to_name": "Dewi"},
    H.HANDED_OVER: {"to": 9, "to_name": "Agus", "why": "cuti"},
    H.ESCALATED: {"step": 1, "why": "lama"},
    H.RATED: {"has_helped": True, "text": ""},
}


@dataclass(frozen=True)
class Line:
    what: Happening
    at: datetime
    details: dict[str, Any] = field(default_factory=dict)


def log(*happenings: Happening) -> list[Line]:
    """One happening an hour, the question first."""
    return [
        Line(what, START + timedelta(hours=hour), DETAILS.get(what, {}))
        for hour, what in enumerate((H.ASKED, *happenings))
    ]


@some.composite
def logs(draw: some.DrawFn) -> list[Line]:
    """Any log that the rules allow."""
    happenings: list[Happening] = []
    status = S.NEW
    for _each in range(draw(some.integers(0, 12))):
        what = draw(some.sampled_from(sorted(MOVES[status])))
        happenings.append(what)
        status = after(status, what)
    return log(*happenings)


@pytest.mark.parametrize(
    ("happenings", "status"),
    [
        ((), S.NEW),
        ((H.READ,), S.READ),
        ((H.ASSIGNED,), S.NEW),
        ((H.READ, H.CLAIMED), S.IN_HAND),
        ((H.CLAIMED, H.ANSWERED), S.WAITING),
        ((H.ASKED_BACK,), S.WAITING),
        ((H.ASKED_BACK, H.REPLIED), S.IN_HAND),
        ((H.REPLIED,), S.NEW),
        ((H.ANSWERED, H.CLAIMED), S.WAITING),
        ((H.ANSWERED, H.SOLVED), S.SOLVED),
        ((H.ANSWERED, H.REMINDED), S.WAITING),
        ((H.ANSWERED, H.AUTO_CLOSED), S.SOLVED),
        ((H.ANSWERED, H.SOLVED, H.RATED), S.SOLVED),
        ((H.ANSWERED, H.SOLVED, H.REOPENED), S.IN_HAND),
        ((H.CLAIMED, H.PASSED_TO_INSPECTOR), S.PASSED_ON),
        ((H.PASSED_TO_INSPECTOR, H.REPLIED), S.PASSED_ON),
        ((H.PASSED_TO_INSPECTOR, H.CLAIMED), S.PASSED_ON),
        ((H.ESCALATED,), S.NEW),
        ((H.SOLVED, H.READ), S.SOLVED),
    ],
)
def test_a_log_folds_to_its_status(happenings: tuple[Happening, ...], status: Status) -> None:
    assert fold((H.ASKED, *happenings)) == status
    assert stand(log(*happenings)).status == status


@pytest.mark.parametrize("what", [H.REPLIED, H.ANSWERED, H.SOLVED, H.CLAIMED, H.AUTO_CLOSED])
def test_of_what_is_solved_only_opening_it_again_is_possible(what: Happening) -> None:
    assert not may_happen(S.SOLVED, what)
    assert may_happen(S.SOLVED, H.REOPENED)


def test_only_what_waits_for_the_asker_is_closed_by_the_clock() -> None:
    assert [status for status in S if may_happen(status, H.AUTO_CLOSED)] == [S.WAITING]


def test_the_question_is_asked_once() -> None:
    assert not [status for status in S if may_happen(status, H.ASKED)]


@given(logs())
def test_standing_and_status_never_disagree(lines: list[Line]) -> None:
    standing = stand(lines)
    assert standing.status == fold(line.what for line in lines)
    assert (standing.waiting_since is not None) == (standing.status == S.WAITING)
    assert (standing.closed_at is None) == (standing.status in OPEN)
    assert standing.last_at <= lines[-1].at


@given(logs(), some.integers(0, 12))
def test_a_longer_log_takes_nothing_back(lines: list[Line], cut: int) -> None:
    before, now = stand(lines[: cut + 1]), stand(lines)
    assert before.first_answered_at in (None, now.first_answered_at)
    assert before.last_at <= now.last_at


def test_columns_say_what_the_last_word_on_each_was() -> None:
    standing = stand(log(H.CLAIMED, H.HANDED_OVER, H.ESCALATED, H.ANSWERED, H.SOLVED, H.RATED))
    assert standing == Standing(
        last_at=START + timedelta(hours=5),
        status=S.SOLVED,
        first_answered_at=START + timedelta(hours=4),
        closed_at=START + timedelta(hours=5),
        assignee_id=9,
        assignee_name="Agus",
        escalation=1,
        has_helped=True,
        rated_at=START + timedelta(hours=6),
    )


def test_a_new_answer_is_reminded_of_anew() -> None:
    once = stand(log(H.ASKED_BACK, H.REMINDED))
    again = stand(log(H.ASKED_BACK, H.REMINDED, H.REPLIED, H.ANSWERED))
    assert once.reminded_at
    assert again.reminded_at is None
    assert again.waiting_since == START + timedelta(hours=4)
