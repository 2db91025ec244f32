"""How far a draft has come, page by page and task by task. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.reports.drafts.pages import ReportPage


class Progress(StrEnum):
    """How far a page has come, or a task."""

    EMPTY = "empty"
    DOING = "doing"
    DONE = "done"
    WRONG = "wrong"


@dataclass(frozen=True)
class Draft:
    """The parts of a draft that say how far it is."""

    figures: Mapping[str, int]
    unread: Mapping[str, str]
    copied: Mapping[str, bool]
    answers: Mapping[str, bool]
    copied_answers: Mapping[str, bool]
    noted: Collection[str] = ()


@dataclass(frozen=True)
class PageProgress:
    page: ReportPage
    progress: Progress
    filled: int
    wanted: int
    unseen: int = 0


@dataclass(frozen=True)
class Task:
    """One row of the task list: pages of one task, and where to go on."""

    title: str
    pages: tuple[PageProgress, ...]
    is_optional: bool

    @property
    def progress(self) -> Progress:
        states = [each.progress for each in self.pages]
        if Progress.WRONG in states:
            return Progress.WRONG
        if all(state is Progress.DONE for state in states):
            return Progress.DONE
        return Progress.EMPTY if set(states) == {Progress.EMPTY} else Progress.DOING

    @property
    def next_page(self) -> ReportPage:
        """The first page that is not done, else the first."""
        open_pages = [each.page for each in self.pages if each.progress is not Progress.DONE]
        return (open_pages or [self.pages[0].page])[0]

    @property
    def filled(self) -> int:
        return sum(each.filled for each in self.pages)

    @property
    def wanted(self) -> int:
        return sum(each.wanted for each in self.pages)

    @property
    def asks_questions(self) -> bool:
        return any(each.page.groups for each in self.pages)

    @property
    def has_gaps(self) -> bool:
        return any(each.filled < each.wanted for each in self.pages)

    @property
    def unseen(self) -> int:
        """Copies from the last report that nobody has looked at."""
        return sum(each.unseen for each in self.pages)


def tasks_of(pages: Sequence[ReportPage], draft: Draft) -> tuple[Task, ...]:
    """The task list, in the order of the pages."""
    titles = dict.fromkeys(page.task for page in pages)
    return tuple(
        Task(
            title,
            tuple(progress_of(page, draft) for page in pages if page.task == title),
            all(page.is_optional for page in pages if page.task == title),
        )
        for title in titles
    )


def progress_of(page: ReportPage, draft: Draft) -> PageProgress:
    """Done means every wanted line has a number and no copy waits to be looked at."""
    if page.items:
        filled, wanted = sum(item in draft.answers for item in page.items), len(page.items)
        unseen = sum(item in draft.copied_answers for item in page.items)
        wrong = False
    else:
        codes = [line.code for line in page.lines]
        filled = sum(code in draft.figures for code in codes)
        wanted = sum(not line.is_optional for line in page.lines)
        unseen = sum(bool(draft.copied.get(code)) for code in codes)
        wrong = any(code in draft.unread or code in draft.noted for code in codes)
    if wrong:
        state = Progress.WRONG
    elif not filled and wanted:
        state = Progress.EMPTY
    else:
        state = Progress.DONE if filled >= wanted and not unseen else Progress.DOING
    return PageProgress(page, state, filled, wanted, unseen)


def missing_lines(page: ReportPage, draft: Draft) -> tuple[str, ...]:
    """Codes of wanted lines without a number."""
    return tuple(
        line.code for line in page.lines if not line.is_optional and line.code not in draft.figures
    )
