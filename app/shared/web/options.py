"""The options of a <select>, written once for each list and choice: long lists come back often."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

KEPT = 512
Pairs = tuple[tuple[str, str], ...]


def options(pairs: Iterable[tuple[object, str]], chosen: object) -> Markup:
    """`pairs`: value and words of each option, in order."""
    return _written(tuple((str(value), text) for value, text in pairs), str(chosen))


@lru_cache(KEPT)
def _written(pairs: Pairs, chosen: str) -> Markup:
    line = Markup('<option value="{}"{}>{}</option>')
    mark = Markup(" selected")
    return Markup("\n").join(
        line.format(value, mark if value == chosen else "", escape(text)) for value, text in pairs
    )
