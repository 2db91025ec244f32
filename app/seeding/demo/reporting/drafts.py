"""Reports somebody has begun and not sent: half filled, copied, or not in balance. Pure."""

import random
from datetime import datetime, timedelta
from typing import Any

from app.figures.kinds import BusinessKind
from app.reports.drafts.pages import ReportPage, report_pages
from app.reports.states import ReportState
from app.seeding.demo.books.history import Account
from app.seeding.demo.plan import HOLDING_A, KUDUS, UNBALANCED, Plan
from app.seeding.demo.register.character import Character
from app.shared.clock import ZONE

FORGOTTEN = 270_000
"""Cash the treasurer of the unbalanced draft has not written down: a multiple of nine."""
PAGES_OF_A = 2


def draft(
    plan: Plan, who: Character, account: Account, before: Account | None, name: str
) -> dict[str, Any]:
    """The content of a draft: whole pages from the start, then one copied from last time."""
    rng = random.Random(f"{who.regency}/{who.number}/draft")
    pages = _figure_pages(who.kind, account, sharia=who.kin.sharia)
    figures: dict[str, int] = {}
    copied: dict[str, bool] = {}
    done = _pages_done(rng, who, len(pages))
    for page in pages[:done]:
        figures |= {line.code: account.figures[line.code] for line in page.lines}
    if before and done < len(pages):
        repeated = {line.code for line in pages[done].lines} & before.figures.keys()
        figures |= {code: before.figures[code] for code in repeated}
        copied = dict.fromkeys(sorted(repeated), True)
    if _is_unbalanced(who):
        figures["cash"] = max(0, figures["cash"] - FORGOTTEN)
    saved = _saved_at(rng, plan, account)
    return {
        "state": ReportState.DRAFT,
        "figures": figures,
        "copied": copied,
        "page_versions": {page.code: _version(name, saved) for page in pages[:done]},
        "saved_at": saved,
        "saved_by": name,
        "created_at": saved - timedelta(minutes=rng.randint(10, 90)),
    }


def _figure_pages(kind: BusinessKind, account: Account, *, sharia: bool) -> list[ReportPage]:
    pages = report_pages(kind, account.period.kind, sharia=sharia, by_hand=())
    return [page for page in pages if page.lines]


def _pages_done(rng: random.Random, who: Character, count: int) -> int:
    if _is_unbalanced(who):
        return count
    if who.regency == KUDUS and who.number == HOLDING_A:
        return PAGES_OF_A
    return rng.randint(1, count)


def _is_unbalanced(who: Character) -> bool:
    return who.regency == KUDUS and who.number == UNBALANCED


def _saved_at(rng: random.Random, plan: Plan, account: Account) -> datetime:
    """One of the last days, but after the period had ended."""
    last = plan.today - timedelta(days=1)
    day = max(last - timedelta(days=rng.randint(0, 9)), account.period.end + timedelta(days=1))
    return datetime(day.year, day.month, day.day, 19, rng.randrange(60), tzinfo=ZONE)


def _version(name: str, saved: datetime) -> dict[str, Any]:
    return {"number": 1, "writer": "", "name": name, "at": f"{saved.hour}.{saved.minute:02d}"}
