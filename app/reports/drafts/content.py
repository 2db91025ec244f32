"""What is filed, in one canonical form: its hash, and the columns lists need. Pure."""

import hashlib
import json
import secrets
from collections.abc import Mapping

from app.figures.model import Amount

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I L O U, read aloud without doubt."""
CODE_LENGTH = 12

NIL = "nil"
"""Among the explanations of a nil report: why there was nothing to report."""

COLUMNS: dict[str, str] = {
    "total_assets": "total_assets",
    "total_liabilities": "total_liabilities",
    "total_equity": "total_equity",
    "surplus_after_tax": "surplus_after_tax",
    "loans_total": "loans_total",
    "problem_loans": "problem_loans",
    "member_savings": "member_loan_capital",
    "members_total": "members_total",
}
"""Column of a filing -> the figure or total of the catalogue it shows."""


def content_hash(
    *,
    cooperative_id: int,
    period_code: str,
    figures: Mapping[str, int],
    answers: Mapping[str, bool],
    explanations: Mapping[str, str],
    is_nil: bool,
) -> str:
    """SHA-256 of the filed content as canonical JSON: keys sorted, no spaces, UTF-8."""
    content = {
        "cooperative": cooperative_id,
        "period": period_code,
        "figures": dict(figures),
        "answers": dict(answers),
        "explanations": dict(explanations),
        "nil": is_nil,
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def derived_columns(
    values: Mapping[str, Amount | None], *, is_nil: bool = False
) -> dict[str, int | None]:
    """The indexed columns of a filing from its derived values; whole numbers or None."""
    if is_nil:
        return dict.fromkeys(COLUMNS)
    return {column: _whole(values.get(code)) for column, code in COLUMNS.items()}


def _whole(value: Amount | None) -> int | None:
    return None if value is None else int(value)


def verification_code() -> str:
    """Twelve random characters, 60 bits: what /verifikasi/<code> is asked with."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def series_of(period_code: str) -> str:
    """The receipt series of a period: LAP-2026-T3."""
    return f"LAP-{period_code}"


def receipt_number(series: str, count: int) -> str:
    """LAP-2026-T3 and 412 -> LAP-2026-T3-0412."""
    return f"{series}-{count:04d}"
