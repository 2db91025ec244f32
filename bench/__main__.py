"""`make bench`: measure everything, or the parts named: `python -m bench pages memory`."""

import sys
from collections.abc import Callable
from importlib import import_module

from bench.tables import Row, markdown

PARTS = {
    "pages": "Waktu prosesor tiap permintaan",
    "sending": "Mengirim laporan",
    "starts": "Memori dan start",
    "scores": "Skor kesehatan",
    "wire": "Di kabel",
    "phone": "Di HP lambat",
    "signing": "Masuk",
}
LARGE = {"growth": "Pertumbuhan data induk", "search": "Mencari di 5.000 artikel dan 100.000 utas"}
"""Takes minutes and 1.5 GB, so only when asked for by name."""


def main(asked: list[str]) -> int:
    """Print a table for each part."""
    known = PARTS | LARGE
    unknown = set(asked) - set(known)
    if unknown:
        print(f"tidak dikenal: {', '.join(sorted(unknown))}; yang ada: {', '.join(known)}")
        return 2
    for name in asked or PARTS:
        measure: Callable[[], list[Row]] = import_module(f"bench.{name}").measure
        print(markdown(known[name], measure()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
