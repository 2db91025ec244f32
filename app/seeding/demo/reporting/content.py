"""What one cooperative files of one period, worked out as the app would on sending. Pure."""

import random
from dataclasses import dataclass, field

from app.figures.kinds import PeriodKind
from app.figures.model import Amount
from app.reports.drafts.comparison import carried_from, values_of
from app.reports.drafts.content import NIL
from app.seeding.demo.books.history import Account
from app.seeding.demo.register.character import Character
from app.seeding.demo.reporting.answers import own_answers
from app.seeding.demo.reporting.conduct import Conduct
from app.seeding.demo.reporting.doubts import Before, explanations


@dataclass(frozen=True)
class Content:
    """The JSON of a filing, and the derived figures its columns come from."""

    figures: dict[str, int] = field(default_factory=dict)
    carried: dict[str, int] = field(default_factory=dict)
    answers: dict[str, bool] = field(default_factory=dict)
    explanations: dict[str, str] = field(default_factory=dict)
    values: dict[str, Amount | None] = field(default_factory=dict)


NIL_REASON = "Pengurus berganti dan usaha berhenti sementara."
NIL_CONTENT = Content(explanations={NIL: NIL_REASON})


class Memory:
    """What a cooperative has filed so far, for the comparisons its next report is put to."""

    def __init__(self, who: Character, rng: random.Random) -> None:
        self._who = who
        self._rng = rng
        self._figures: dict[tuple[int, int], dict[str, int]] = {}
        self._filed: dict[tuple[int, int], Before] = {}
        self._last: Before | None = None
        self._last_annual: Before | None = None
        self.last_account: Account | None = None

    def content(self, each: Conduct, account: Account) -> Content:
        """The content of a filed report."""
        if each.is_nil:
            return NIL_CONTENT
        period, kind = each.period, self._who.kind
        is_annual = period.kind is PeriodKind.ANNUAL
        year_ago = (period.book_year - 1, period.quarter)
        carried = carried_from(self._figures.get(year_ago))
        by_hand = account.carried if is_annual and not carried else {}
        figures = {**account.figures, **by_hand}
        values = values_of(figures, carried, kind, period.kind, complete=True)
        earlier = self._last_annual if is_annual else self._last, self._filed.get(year_ago)
        late = (each.versions[0].filed_at.date() - each.dates.due_on).days
        return Content(
            figures=figures,
            carried=carried,
            answers=own_answers(self._who, self._rng) if is_annual else {},
            explanations=explanations(kind, period, values, earlier, late),
            values=values,
        )

    def keep(self, each: Conduct, account: Account, content: Content) -> None:
        """Remember it as the app would find it again: nil reports say nothing."""
        if each.is_nil:
            return
        period = each.period
        self._figures[period.book_year, period.quarter] = content.figures
        self._last, self.last_account = Before(content.values, period.quarter), account
        self._filed[period.book_year, period.quarter] = self._last
        if period.kind is PeriodKind.ANNUAL:
            self._last_annual = self._last
