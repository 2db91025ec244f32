"""Scores a case by an instrument: exact, and rounded only where docs/penilaian.md 5 says."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.instruments.cases import Case
from app.instruments.marks import BLOCKED, Answers, Mark, Measurable, Points
from app.instruments.model import Instrument, Method
from app.instruments.numbers import HUNDREDTHS, double_thresholds, rounded
from app.instruments.preparation import Prepared, prepare
from app.instruments.results import Result
from app.instruments.validation import in_order


def score(instrument: Instrument, case: Case) -> Result:
    """What the instrument makes of the case: complete, or blocked with the range that is left."""
    ready = prepare(instrument)
    sums = ready.plan.sums(case.figures, lines_complete=case.lines_complete)
    answers = Answers(case.answers, case.answer_counts)
    marks = [one.mark(sums, answers) for one in ready.indicators]
    points, counts = _add_up(ready, marks)
    aspects, total = tally(ready, points, counts)
    blocked = _blocked(ready, marks, counts)
    if total is not None and not blocked:
        return Result(ready, marks, aspects, total, grade_of(instrument, total), (total, total))
    for one in blocked:
        aspects[one.aspect] = None
    codes = tuple(one.code for one in blocked)
    ends = _range(ready, points, counts, [(one.aspect, one.possible(answers)) for one in blocked])
    return Result(ready, marks, aspects, None, None, ends, codes)


def score_sums(
    instrument: Instrument, sums: Mapping[str, tuple[int, int]]
) -> tuple[dict[str, int | None], int | None]:
    """Aspect scores and total in hundredths from (sum, count) of the scores of each aspect."""
    ready = prepare(instrument)
    pairs = [sums[aspect.code] for aspect in instrument.aspects]
    points = [ready.points_scale * one for one, _ in pairs]
    aspects, total = tally(ready, points, [count for _, count in pairs])
    return dict(zip((aspect.code for aspect in instrument.aspects), aspects, strict=True)), total


def grade_of(instrument: Instrument, total: int) -> str:
    """The code of the grade that holds a rounded total, given in hundredths."""
    thresholds, codes = grade_line(instrument)
    return codes[bisect_right(thresholds, 2 * total)]


def tally(
    ready: Prepared, points: Sequence[int], counts: Sequence[int]
) -> tuple[list[int | None], int | None]:
    """The score of each aspect and the total, in hundredths; None where nothing counts.

    `points` are scaled sums by aspect, `counts` how many indicators are in them.
    """
    scale = ready.points_scale
    if ready.instrument.method is Method.WEIGHTED_POINTS:
        shown: list[int | None] = [rounded(one * HUNDREDTHS, scale) for one in points]
        return shown, rounded(sum(points) * HUNDREDTHS, scale)
    full = ready.best_score * scale
    averages: list[int | None] = []
    weighted = 0
    for one, count, weight in zip(points, counts, ready.weights, strict=True):
        average = rounded(one * HUNDREDTHS * HUNDREDTHS, count * full) if count else None
        averages.append(average)
        weighted += weight * (average or 0)
    if None in averages:
        return averages, None
    return averages, rounded(weighted, HUNDREDTHS * ready.weights_scale)


@lru_cache(maxsize=32)
def grade_line(instrument: Instrument) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Where each grade but the lowest begins (see `double_thresholds`), and all their codes."""
    spans = in_order([grade.span for grade in instrument.grades])
    code_by_span = {grade.span: grade.code for grade in instrument.grades}
    return double_thresholds(spans, HUNDREDTHS), tuple(code_by_span[span] for span in spans)


def _add_up(ready: Prepared, marks: Sequence[Mark]) -> tuple[list[int], list[int]]:
    """Scaled points and counted indicators of each aspect."""
    points = [0] * len(ready.weights)
    counts = [0] * len(ready.weights)
    for aspect, mark in zip(ready.aspects, marks, strict=True):
        if mark[2] is not None:
            points[aspect] += mark[2]
            counts[aspect] += 1
    return points, counts


def _blocked(ready: Prepared, marks: Sequence[Mark], counts: Sequence[int]) -> list[Measurable]:
    """Indicators that should count and cannot; an aspect left out as a whole blocks too."""
    if len(marks) == sum(counts):
        return []
    pairs = list(zip(ready.indicators, marks, strict=True))
    blocked = [one for one, mark in pairs if mark[0] and mark[0].startswith(BLOCKED)]
    waiting = {one.aspect for one in blocked}
    bare = {place for place, count in enumerate(counts) if not count} - waiting
    blocked += [one for one in ready.indicators if one.aspect in bare]
    return blocked


def _range(
    ready: Prepared,
    points: Sequence[int],
    counts: Sequence[int],
    further: Sequence[tuple[int, Points]],
) -> tuple[int, int]:
    """The lowest and the highest total, from what blocked indicators may bring their aspects."""
    low, high, counted = list(points), list(points), list(counts)
    for aspect, (fewest, most) in further:
        low[aspect] += fewest
        high[aspect] += most
        counted[aspect] += 1
    lowest, highest = tally(ready, low, counted)[1], tally(ready, high, counted)[1]
    if lowest is None or highest is None:
        raise ValueError("An aspect counts no indicator")
    return lowest, highest
