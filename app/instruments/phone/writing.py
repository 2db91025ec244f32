"""The bytes the phone gets, and the name that changes whenever they do."""

import hashlib
import json
from typing import Any

LARGEST_NUMBER = 2**53 - 1
"""Beyond it a browser reads a JSON number wrongly; such a one is written as text."""
HASH_DIGITS = 12


def written(rules: dict[str, Any]) -> str:
    """The rules as compact JSON."""
    return json.dumps(_safe(rules), ensure_ascii=False, separators=(",", ":"))


def named(name: str, text: str) -> str:
    """The file name of this very text: other text, other name."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
    return f"{name}-{digest}.json"


def _safe(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _safe(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_safe(each) for each in value]
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number and abs(value) > LARGEST_NUMBER else value
