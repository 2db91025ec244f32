"""The process that opens a file: file in, one line and the results out, then gone.

Its memory and time are bounded by the system, so whatever a file does, only this process dies.
Run as `python -m app.evidence.opening.workshop`.
"""

import json
import resource
import sys

from app.evidence.opening import images, pdfs, sheets
from app.evidence.opening.formats import IMAGES, Format, Refusal, Refused, recognise

MEMORY = 288 * 1024 * 1024
SECONDS = 10
FILES = 32


def opened(content: bytes) -> tuple[dict[str, object], bytes, bytes]:
    """What the file is, what is to be kept (empty: the file as it came), and its preview."""
    try:
        found = recognise(content)
        told: dict[str, object] = {"format": found}
        if found in IMAGES:
            return told | {"format": Format.JPEG, "pages": 1}, *images.remade(content, found)
        if found is Format.PDF:
            return told | {"pages": pdfs.pages_of(content)}, b"", b""
        sheets.look_through(content)
        return told | {"pages": 0}, b"", b""
    except Refused as refused:
        return {"refused": refused.why}, b"", b""
    except MemoryError:
        return {"refused": Refusal.SWOLLEN}, b"", b""


def keep_within_bounds() -> None:
    limits = {resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_NOFILE: FILES, resource.RLIMIT_CORE: 0}
    if sys.platform != "darwin":  # which counts what it shares with every process, and refuses
        limits[resource.RLIMIT_AS] = MEMORY
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))


def main() -> None:
    keep_within_bounds()
    told, kept, preview = opened(sys.stdin.buffer.read())
    told |= {"kept": len(kept)}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + kept + preview)


if __name__ == "__main__":
    main()
