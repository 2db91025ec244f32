"""Obligations, reports and filed versions of one cooperative, as the app would have left them."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.cooperatives.kinds import Status
from app.obligations.dates import ReportDates, is_late
from app.obligations.models import Obligation
from app.obligations.planning import Duty, duties
from app.obligations.states import ObligationState
from app.reports.models import Filing, Report
from app.seeding.demo.books.history import Account, history
from app.seeding.demo.plan import Plan, dice
from app.seeding.demo.register.character import Character
from app.seeding.demo.reporting.conduct import Conduct
from app.seeding.demo.reporting.content import Content, Memory
from app.seeding.demo.reporting.drafts import draft
from app.seeding.demo.reporting.rows import Rows
from app.seeding.demo.reporting.versions import Sender, version_row
from app.shared.periods import Period

BLANK = (
    "figures",
    "unread",
    "copied",
    "answers",
    "copied_answers",
    "explanations",
    "page_versions",
    "pages_done",
)


@dataclass(frozen=True)
class Annual:
    """An annual report that came in: what an assessment is made of."""

    filing: dict[str, Any]
    content: Content


class Desk:
    """Writes one cooperative's rows, from its first period to the duties a year ahead."""

    def __init__(
        self, plan: Plan, who: Character, row: dict[str, Any], sender: Sender, rows: Rows
    ) -> None:
        self._plan, self._who, self._row, self._sender = plan, who, row, sender
        self._rows = rows
        self._rng = dice(who.regency, who.number, "filings")
        self._memory = Memory(who, self._rng)

    def write(self, conducts: list[Conduct]) -> Iterator[Annual]:
        """Every obligation with what became of it; hands out the annual reports that came in."""
        touched = [each.period for each in conducts if each.is_filed or each.has_draft]
        accounts = history(self._who, touched)
        for each in conducts:
            key = each.period.book_year, each.period.quarter
            obligation = self._owe(Duty(each.period, each.dates), self._state(each))
            if each.is_filed:
                yield from self._file(each, obligation, accounts[key])
            elif each.has_draft:
                name, before = self._sender.name, self._memory.last_account
                begun = draft(self._plan, self._who, accounts[key], before, name)
                self._report(obligation, begun)
        self._look_ahead({(each.period.book_year, each.period.quarter) for each in conducts})

    def _look_ahead(self, done: set[tuple[int, int]]) -> None:
        first, month = self._row["first_period_end"], self._row["book_year_month"]
        for duty in duties(first, month, self._plan.today, ReportDates()):
            if (duty.period.book_year, duty.period.quarter) not in done:
                self._owe(duty, self._unfiled(duty.period))

    def _state(self, each: Conduct) -> ObligationState:
        if each.is_filed:
            return ObligationState(each.versions[-1].state)
        return ObligationState.DRAFT if each.has_draft else self._unfiled(each.period)

    def _unfiled(self, period: Period) -> ObligationState:
        gone = self._row["status"] == Status.DISSOLVED
        ended = gone and period.end > self._row["status_since"]
        return ObligationState.ENDED if ended else ObligationState.OWED

    def _owe(self, duty: Duty, state: ObligationState) -> dict[str, Any]:
        obligation = {
            "id": self._rows.next_id(Obligation),
            "public_id": uuid.UUID(int=self._rng.getrandbits(128), version=4),
            **self._place(duty.period),
            "district": self._row["district"],
            "period_start": duty.period.start,
            **vars(duty.dates),
            "state": state,
            "first_filed_at": None,
            "is_late": False,
            "unlocked_until": None,
            "ended_because": "Koperasi dibubarkan" if state is ObligationState.ENDED else "",
        }
        self._rows.add(Obligation, obligation)
        return obligation

    def _place(self, period: Period) -> dict[str, Any]:
        return {
            "regency": self._row["regency"],
            "cooperative_id": self._row["id"],
            "book_year": period.book_year,
            "quarter": period.quarter,
            "period_end": period.end,
        }

    def _report(self, obligation: dict[str, Any], content: dict[str, Any]) -> None:
        shared = ("cooperative_id", "regency", "book_year", "quarter", "period_end")
        self._rows.add(
            Report,
            {
                "id": obligation["public_id"],
                "obligation_id": obligation["id"],
                **{name: obligation[name] for name in shared},
                **{name: {} for name in BLANK},
                **content,
            },
        )

    def _file(
        self, each: Conduct, obligation: dict[str, Any], account: Account
    ) -> Iterator[Annual]:
        content = self._memory.content(each, account)
        first, last = each.versions[0], each.versions[-1]
        obligation["first_filed_at"] = first.filed_at
        obligation["is_late"] = is_late(first.filed_at.date(), each.dates.due_on)
        written = {
            "state": last.state,
            "figures": content.figures,
            "answers": content.answers,
            "explanations": content.explanations,
            "saved_at": last.filed_at,
            "saved_by": self._sender.name,
            "created_at": first.filed_at,
        }
        self._report(obligation, written)
        for number, version in enumerate(each.versions, start=1):
            row = version_row(self._rng, obligation, self._sender, each, version, content)
            row |= {
                "id": self._rows.next_id(Filing),
                "number": number,
                "is_current": version is last,
            }
            self._rows.add(Filing, row)
        self._memory.keep(each, account, content)
        if not each.period.quarter and not each.is_nil:
            yield Annual(row, content)
