"""Everything that stands between a draft and the dinas, in one verdict. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.figures import anomalies, identities
from app.figures.anomalies import Account
from app.figures.findings import Finding, Level
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount
from app.reports.drafts.pages import ReportPage
from app.reports.drafts.tasks import Draft, missing_lines

MISLEADING = {(PeriodKind.QUARTERLY, "member_movement")}
"""Members who joined and left count from the start of the book year, the members they are held
against from the same quarter of last year: in a quarter the two need not meet."""
BALANCE = "balance"
Values = Mapping[str, Amount | None]


@dataclass(frozen=True)
class Verdict:
    """`wrong` blocks sending; each of `doubts` asks for a reason; `infos` are only said."""

    wrong: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    infos: tuple[Finding, ...] = ()

    def lacks_reasons(self, explanations: Mapping[str, str]) -> tuple[Finding, ...]:
        """Doubts nobody has explained yet."""
        return tuple(each for each in self.doubts if not explanations.get(each.id))


@dataclass(frozen=True)
class Subject:
    """What is judged: the draft, its derived values, the period before, and how late it is."""

    draft: Draft
    pages: Sequence[ReportPage]
    kind: BusinessKind
    period: PeriodKind
    now: Account
    before: Account | None
    days_late: int
    year_ago: Account | None = None


def judge(subject: Subject) -> Verdict:
    """An uneven balance first, then what is not there; oddities only of a whole report."""
    wrong = [*_unread(subject), *_missing(subject), *_unconfirmed(subject)]
    found = broken_identities(subject.now.values, subject.kind, subject.period)
    wrong += [each for each in found if each.level is Level.WRONG]
    if not wrong:
        wrong += _unmeasured(subject)
    doubts = [each for each in found if each.level is Level.DOUBT]
    infos: list[Finding] = []
    if not any(each.key == "missing" for each in wrong):
        odd = _oddities(subject)
        doubts += [each for each in odd if each.level is Level.DOUBT]
        infos += [each for each in odd if each.level is Level.INFO]
    wrong.sort(key=lambda each: each.key != BALANCE)
    if subject.days_late > 0:
        doubts.append(Finding("late", Level.DOUBT, (), None, {"days": subject.days_late}))
    return Verdict(tuple(wrong), tuple(doubts), tuple(infos))


def _oddities(subject: Subject) -> list[Finding]:
    now, kind, period = subject.now, subject.kind, subject.period
    return anomalies.review(now, kind, period, subject.before, subject.year_ago)


def broken_identities(values: Values, kind: BusinessKind, period: PeriodKind) -> list[Finding]:
    """Relations that do not hold, without those that mislead in such a period."""
    found = identities.check(values, kind, period)
    return [each for each in found if (period, each.key) not in MISLEADING]


def _unmeasured(subject: Subject) -> list[Finding]:
    """That nothing was found counts only where everything that may block was looked at."""
    lacking = identities.unmeasured(subject.now.values, subject.kind, subject.period)
    return [Finding("unmeasured", Level.WRONG, (code,), None) for code in lacking]


def _unread(subject: Subject) -> list[Finding]:
    return [
        Finding("unread", Level.WRONG, (line.code,), page.code, {"typed": typed})
        for page in subject.pages
        for line in page.lines
        if (typed := subject.draft.unread.get(line.code))
    ]


def _missing(subject: Subject) -> list[Finding]:
    return [
        Finding("missing", Level.WRONG, codes, page.code, {"count": len(codes)})
        for page in subject.pages
        if (codes := _still_empty(page, subject.draft))
    ]


def _still_empty(page: ReportPage, draft: Draft) -> tuple[str, ...]:
    return tuple(code for code in missing_lines(page, draft) if code not in draft.unread)


def _unconfirmed(subject: Subject) -> list[Finding]:
    found = []
    for page in subject.pages:
        codes = tuple(line.code for line in page.lines if subject.draft.copied.get(line.code))
        items = tuple(item for item in page.items if item in subject.draft.copied_answers)
        if codes or items:
            count = len(codes) + len(items)
            waiting = codes or items
            found.append(Finding("unconfirmed", Level.WRONG, waiting, page.code, {"count": count}))
    return found
