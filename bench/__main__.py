"""`make bench`: measure everything, or the parts named: `python -m bench pages memory`."""

import sys
from collections.abc import Callable
from importlib import import_module

from bench.tables import Row, markdown

PARTS = {
    "pages": "Processor time per request",
    "sending": "Sending a report",
    "starts": "Memory and start",
    "scores": "Health scores",
}


def main(asked: list[str]) -> int:
    """Print a table for each part."""
    unknown = set(asked) - set(PARTS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
        return 2
    for name in asked or PARTS:
        measure: Callable[[], list[Row]] = import_module(f"bench.{name}").measure
        print(markdown(PARTS[name], measure()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
