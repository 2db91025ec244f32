"""A report as its pages show it: what is written, what stood there last time, what is wrong."""

from dataclasses import dataclass
from functools import cached_property

from app.evidence import queries as evidence
from app.evidence.models import PromisedFile
from app.evidence.parts import Part, parts_of
from app.evidence.promised.queries import promised_to
from app.figures.anomalies import Account
from app.figures.catalogue import catalogue
from app.figures.kinds import BusinessKind
from app.figures.model import Amount
from app.reports import queries
from app.reports.drafts.comparison import missing_carried, values_of
from app.reports.drafts.copying import Copies, copies_of
from app.reports.drafts.pages import ReportPage, page_of, report_pages
from app.reports.drafts.tasks import Draft, PageProgress, Task, tasks_of
from app.reports.models import Filing
from app.reports.queries import Case, Earlier
from app.reports.states import ReportState
from app.shared.errors import NotTheirs

YEAR_QUARTERS = 4


@dataclass(frozen=True)
class Sheet:
    """One case, with everything its pages ask of it, each read once."""

    case: Case

    @property
    def kind(self) -> BusinessKind:
        return self.case.cooperative.business_kind

    @property
    def carried(self) -> dict[str, int]:
        return self.case.carried

    @cached_property
    def pages(self) -> tuple[ReportPage, ...]:
        return report_pages(
            self.kind,
            self.case.period.kind,
            sharia=self.case.cooperative.is_sharia,
            by_hand=missing_carried(self.carried),
        )

    @property
    def last(self) -> Earlier | None:
        """The filing that stands beside the fields as the period before."""
        return self.case.last

    @cached_property
    def filings(self) -> list[Filing]:
        return queries.filings_of(self.case.report.id)

    @property
    def filing(self) -> Filing | None:
        """The current version, if any was filed."""
        return self.filings[0] if self.filings else None

    @property
    def notes(self) -> dict[str, str]:
        """The dinas' notes at fields, while the report is returned."""
        if self.case.report.state != ReportState.RETURNED or self.filing is None:
            return {}
        return dict(self.filing.review_notes)

    @cached_property
    def draft(self) -> Draft:
        report = self.case.report
        return Draft(
            figures=report.figures,
            unread=report.unread,
            copied=report.copied,
            answers=report.answers,
            copied_answers=report.copied_answers,
            noted={code for code in self.notes if report.figures.get(code) == self._filed(code)},
        )

    @cached_property
    def copies(self) -> Copies:
        """What may be taken over from the period before."""
        if self.last is None:
            return Copies({})
        return copies_of(
            self.pages,
            self.case.report.figures,
            self.last.figures,
            months_there=self.last.months,
            months_here=self.case.period.months,
        )

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        return tasks_of(self.pages, self.draft)

    @cached_property
    def attachments(self) -> tuple[Part, ...]:
        """What the draft is proved by, kind by kind, also the kinds that lack a file."""
        report = self.case.report
        return parts_of(evidence.attachments_of(report.id), annual=not report.quarter)

    @cached_property
    def promised(self) -> list[PromisedFile]:
        """Files that a phone still holds for this report."""
        return promised_to(self.case.report.id)

    @property
    def missing_attachments(self) -> list[str]:
        """Names of what ought to be there and is not."""
        return [str(part.kind.name) for part in self.attachments if part.is_missing]

    @property
    def page_progress(self) -> tuple[PageProgress, ...]:
        """Every page with how far it is, in order."""
        return tuple(each for task in self.tasks for each in task.pages)

    def page(self, code: str) -> ReportPage:
        """A page of this report. Raises NotTheirs when it has none of that name."""
        found = page_of(self.pages, code)
        if found is None:
            raise NotTheirs
        return found

    @cached_property
    def values(self) -> dict[str, Amount | None]:
        """Every figure and total of the draft; what is not filled in is missing."""
        return values_of(
            self.case.report.figures,
            self.carried,
            self.kind,
            self.case.period.kind,
            complete=False,
        )

    @cached_property
    def last_values(self) -> dict[str, Amount | None]:
        """The same of the period before; empty when there was none."""
        return self._values_then(self.last)

    @cached_property
    def year_ago_values(self) -> dict[str, Amount | None]:
        """The same of this point of last year."""
        return self._values_then(self.case.year_before)

    def beside(self, code: str) -> Earlier | None:
        """What a figure is held against: of a flow, the same stretch of last year if filed."""
        year_ago = self.case.year_before if catalogue().is_flow(code) else None
        return year_ago or self.last

    def values_beside(self, code: str) -> dict[str, Amount | None]:
        """Every figure and total of that report."""
        same_stretch = self.beside(code) is self.case.year_before
        return self.year_ago_values if same_stretch else self.last_values

    @property
    def last_account(self) -> Account | None:
        return _account(self.last, self.last_values)

    @property
    def year_ago_account(self) -> Account | None:
        return _account(self.case.year_before, self.year_ago_values)

    def _values_then(self, earlier: Earlier | None) -> dict[str, Amount | None]:
        """Nought where that report was asked and said nothing, not where it was never asked."""
        if earlier is None:
            return {}
        return values_of(earlier.figures, earlier.carried, self.kind, earlier.kind, complete=True)

    def _filed(self, code: str) -> int | None:
        return self.filing.figures.get(code) if self.filing else None


def _account(earlier: Earlier | None, values: dict[str, Amount | None]) -> Account | None:
    return Account(values, earlier.quarter or YEAR_QUARTERS) if earlier else None
