"""One filed version as a row: its content, its receipt, and what the dinas said to it. Pure."""

import random
from dataclasses import dataclass
from typing import Any

from app.figures.catalogue import CURRENT
from app.reports.drafts.content import CODE_ALPHABET, CODE_LENGTH, content_hash, derived_columns
from app.seeding.demo.reporting.conduct import Conduct, Version
from app.seeding.demo.reporting.content import Content

SWAPPED = 2_000_000


@dataclass(frozen=True)
class Sender:
    """Who fills and sends a cooperative's reports, and who at the dinas reads them."""

    name: str
    user_id: int | None
    reviewer: str
    position: str = "Bendahara"


SHARED = ("regency", "district", "cooperative_id", "book_year", "quarter", "period_end")


def version_row(
    rng: random.Random,
    obligation: dict[str, Any],
    sender: Sender,
    each: Conduct,
    version: Version,
    content: Content,
) -> dict[str, Any]:
    """Everything but the row's id, its number and whether it is the current one."""
    return {
        "report_id": obligation["public_id"],
        **{name: obligation[name] for name in SHARED},
        **_filed(obligation["cooperative_id"], each, version, content),
        **_sent(sender, each, version),
        "verification_code": "".join(rng.choices(CODE_ALPHABET, k=CODE_LENGTH)),
        "catalogue": CURRENT,
        "reviewed_by_name": sender.reviewer if version.reviewed_at else "",
        "reviewed_at": version.reviewed_at,
        "review_reason": version.reason,
        "review_notes": version.notes,
        "doubts": 0 if each.is_nil else len(content.explanations),
        **derived_columns(content.values, is_nil=each.is_nil),
    }


def _filed(
    cooperative_id: int, each: Conduct, version: Version, content: Content
) -> dict[str, Any]:
    """The content with the hash its receipt vouches for."""
    filed: dict[str, Any] = {
        "figures": _figures(version, content),
        "answers": content.answers,
        "explanations": content.explanations,
        "is_nil": each.is_nil,
    }
    code = each.period.code
    digest = content_hash(cooperative_id=cooperative_id, period_code=code, **filed)
    return {**filed, "carried": content.carried, "content_hash": digest}


def _sent(sender: Sender, each: Conduct, version: Version) -> dict[str, Any]:
    return {
        "state": version.state,
        "on_behalf": False,
        "filed_by": sender.user_id,
        "filed_by_name": f"{sender.name} ({sender.position})",
        "filed_at": version.filed_at,
        "days_late": max(0, (version.filed_at.date() - each.dates.due_on).days),
        "receipt_number": version.receipt,
    }


def _figures(version: Version, content: Content) -> dict[str, int]:
    """What was returned had part of the bank balance written down as cash."""
    figures = content.figures
    if not version.notes or not figures:
        return figures
    moved = min(SWAPPED, figures["bank_accounts"])
    return figures | {
        "cash": figures["cash"] + moved,
        "bank_accounts": figures["bank_accounts"] - moved,
    }
