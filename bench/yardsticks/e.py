"""e, the upper bound: bytes that were rendered before, served by the same server.

FILES names a folder; /list answers with what stands in the file "list".
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

PAGES = {f"/{each.name}": each.read_bytes() for each in Path(os.environ["FILES"]).iterdir()}


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    body = PAGES[environ["PATH_INFO"]]
    kind = ("Content-Type", "text/html; charset=utf-8")
    start_response("200 OK", [kind, ("Content-Length", str(len(body)))])
    return [body]
