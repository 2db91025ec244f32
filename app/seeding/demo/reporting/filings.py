"""Obligations, reports and filed versions of one cooperative, as the app would have left them."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.figures.catalogue import CURRENT
from app.figures.kinds import PeriodKind
from app.obligations.dates import ReportDates, is_late
from app.obligations.models import Obligation
from app.obligations.planning import Duty, duties
from app.obligations.states import ObligationState
from app.reports.drafts.comparison import carried_from, values_of
from app.reports.drafts.content import CODE_ALPHABET, CODE_LENGTH, content_hash, derived_columns
from app.reports.models import Filing, Report
from app.reports.states import ReportState
from app.seeding.demo.books.history import Account, history
from app.seeding.demo.plan import Plan, dice
from app.seeding.demo.register.character import Character
from app.seeding.demo.reporting.answers import own_answers
from app.seeding.demo.reporting.conduct import Conduct, Version
from app.seeding.demo.reporting.doubts import Before, explanations
from app.seeding.demo.reporting.drafts import draft
from app.seeding.demo.reporting.rows import Rows

SWAPPED = 2_000_000


@dataclass
class Filer:
    """One cooperative as it stands in the register, and who fills its reports."""

    who: Character
    row: dict[str, Any]
    name: str
    user_id: int | None
    reviewer: str
    position: str = "Bendahara"


@dataclass
class Filed:
    """An annual report that came in: what an assessment is made of."""

    filing_id: int
    filed: dict[str, Any]
    carried: dict[str, int]


@dataclass
class Desk:
    """Writes one cooperative's rows, remembering what was filed before."""

    plan: Plan
    filer: Filer
    rows: Rows
    conducts: list[Conduct]
    annual: list[Filed] = field(default_factory=list)

    def __post_init__(self) -> None:
        who = self.filer.who
        self._rng = dice(who.regency, who.number, "filings")
        periods = [each.period for each in self.conducts if each.is_filed or each.has_draft]
        self._accounts = history(who, periods)
        self._known: dict[tuple[int, int], dict[str, int]] = {}
        self._before: tuple[Account, Before] | None = None
        self._last_year: tuple[Account, Before] | None = None

    def write(self) -> list[Filed]:
        """Every obligation with what became of it; the annual reports that came in."""
        for each in self.conducts:
            self._write(each)
        done = {(each.period.book_year, each.period.quarter) for each in self.conducts}
        row = self.filer.row
        wanted = duties(
            row["first_book_year"], row["book_year_month"], self.plan.today, ReportDates()
        )
        for duty in wanted:
            if (duty.period.book_year, duty.period.quarter) not in done:
                self._owe(duty, self._state_unfiled(duty.period.end))
        return self.annual

    def _write(self, each: Conduct) -> None:
        duty = Duty(each.period, each.dates)
        if each.is_filed:
            last = each.versions[-1]
            obligation = self._owe(duty, ObligationState(last.state))
            first = each.versions[0].filed_at
            obligation["first_filed_at"] = first
            obligation["is_late"] = is_late(first.date(), each.dates.due_on)
            self._file(each, obligation)
        elif each.has_draft:
            self._begin(each, self._owe(duty, ObligationState.DRAFT))
        else:
            self._owe(duty, self._state_unfiled(each.period.end))

    def _state_unfiled(self, end: date) -> ObligationState:
        row = self.filer.row
        ended = row["status"] == "dissolved" and end > row["status_since"]
        return ObligationState.ENDED if ended else ObligationState.OWED

    def _owe(self, duty: Duty, state: ObligationState) -> dict[str, Any]:
        ended = state is ObligationState.ENDED
        obligation = {
            "id": self.rows.next_id(Obligation),
            "public_id": uuid.UUID(int=self._rng.getrandbits(128), version=4),
            **self._place(duty.period),
            "district": self.filer.row["district"],
            "period_start": duty.period.start,
            **vars(duty.dates),
            "state": state,
            "first_filed_at": None,
            "is_late": False,
            "unlocked_until": None,
            "ended_because": "Koperasi dibubarkan" if ended else "",
        }
        self.rows.add(Obligation, obligation)
        return obligation

    def _place(self, period: Any) -> dict[str, Any]:
        return {
            "regency": self.filer.row["regency"],
            "cooperative_id": self.filer.row["id"],
            "book_year": period.book_year,
            "quarter": period.quarter,
            "period_end": period.end,
        }

    def _report(self, each: Conduct, obligation: dict[str, Any], **content: Any) -> None:
        blank: dict[str, Any] = {
            name: {}
            for name in (
                "figures", "unread", "copied", "answers", "copied_answers", "explanations",
                "page_versions", "pages_done",
            )
        }  # fmt: skip
        self.rows.add(
            Report,
            {
                "id": obligation["public_id"],
                "obligation_id": obligation["id"],
                **self._place(each.period),
                **blank,
                **content,
            },
        )

    def _begin(self, each: Conduct, obligation: dict[str, Any]) -> None:
        account = self._accounts[each.period.book_year, each.period.quarter]
        before = self._before[0] if self._before else None
        self._report(
            each, obligation, **draft(self.plan, self.filer.who, account, before, self.filer.name)
        )

    def _file(self, each: Conduct, obligation: dict[str, Any]) -> None:
        account = self._accounts[each.period.book_year, each.period.quarter]
        content = {} if each.is_nil else self._content(each, account)
        last = each.versions[-1]
        self._report(
            each,
            obligation,
            state=last.state,
            saved_at=last.filed_at,
            saved_by=self.filer.name,
            created_at=each.versions[0].filed_at,
            **{name: content.get(name, {}) for name in ("figures", "answers", "explanations")},
        )
        for number, version in enumerate(each.versions, start=1):
            is_last = version is last
            row = self._version(each, obligation, version, content)
            row |= {"number": number, "is_current": is_last}
            self.rows.add(Filing, row)
        if content:
            self._remember(each, account, content, row)

    def _content(self, each: Conduct, account: Account) -> dict[str, Any]:
        """What is filed: figures, carried ones, derived values, answers, reasons."""
        kind, period = self.filer.who.kind, each.period
        key = (period.book_year - 1, period.quarter)
        carried = carried_from(self._known.get(key))
        figures = dict(account.figures)
        annual = period.kind is PeriodKind.ANNUAL
        if annual and not carried:
            figures |= account.carried
        values = values_of(figures, carried, kind, period.kind, complete=True)
        before = self._last_year if annual else self._before
        late = (each.versions[0].filed_at.date() - each.dates.due_on).days
        return {
            "figures": figures,
            "carried": carried,
            "values": values,
            "answers": own_answers(self.filer.who, self._rng) if annual else {},
            "explanations": explanations(kind, period, values, before[1] if before else None, late),
        }

    def _version(
        self,
        each: Conduct,
        obligation: dict[str, Any],
        version: Version,
        content: dict[str, Any],
    ) -> dict[str, Any]:
        filed = {name: content.get(name, {}) for name in ("figures", "answers", "explanations")}
        if version.notes and content:
            filed["figures"] = _swapped(filed["figures"])
        digest = content_hash(
            cooperative_id=self.filer.row["id"],
            period_code=each.period.code,
            is_nil=each.is_nil,
            **filed,
        )
        reviewed = version.reviewed_at is not None
        return {
            "id": self.rows.next_id(Filing),
            "report_id": obligation["public_id"],
            **self._place(each.period),
            "district": self.filer.row["district"],
            "state": version.state,
            **filed,
            "carried": content.get("carried", {}),
            "is_nil": each.is_nil,
            "on_behalf": False,
            "filed_by": self.filer.user_id,
            "filed_by_name": f"{self.filer.name} ({self.filer.position})",
            "filed_at": version.filed_at,
            "days_late": max(0, (version.filed_at.date() - each.dates.due_on).days),
            "content_hash": digest,
            "receipt_number": version.receipt,
            "verification_code": self._code(),
            "catalogue": CURRENT,
            "reviewed_by_name": self.filer.reviewer if reviewed else "",
            "reviewed_at": version.reviewed_at,
            "review_reason": version.reason,
            "review_notes": version.notes,
            "doubts": len(filed["explanations"]),
            **derived_columns(content.get("values", {}), is_nil=each.is_nil),
        }

    def _code(self) -> str:
        return "".join(self._rng.choices(CODE_ALPHABET, k=CODE_LENGTH))

    def _remember(
        self, each: Conduct, account: Account, content: dict[str, Any], row: dict[str, Any]
    ) -> None:
        period = each.period
        self._known[period.book_year, period.quarter] = content["figures"]
        self._before = (account, Before(content["values"], period.quarter))
        if period.kind is PeriodKind.ANNUAL:
            self._last_year = self._before
            self.annual.append(Filed(row["id"], row, content["carried"]))


def _swapped(figures: dict[str, int]) -> dict[str, int]:
    """As it was first sent: part of the bank balance written down as cash."""
    moved = min(SWAPPED, figures["bank_accounts"])
    return figures | {
        "cash": figures["cash"] + moved,
        "bank_accounts": figures["bank_accounts"] - moved,
    }


def every_version(conducts: list[Conduct]) -> Iterator[Version]:
    for each in conducts:
        yield from each.versions


__all__ = ["Desk", "Filed", "Filer", "ReportState", "every_version"]
