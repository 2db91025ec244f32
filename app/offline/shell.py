"""What the service worker keeps of the application itself, and under which name.

The build's name changes with every built file, template and sentence, so that a kept page
never points at a file that is no longer kept.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from flask import current_app

from app.offline import rescue_key
from app.shared.web import assets

KEPT = (
    "main.css",
    "overview.css",
    "live.css",
    "main.js",
    "offline.js",
    "store.js",
    "phone.js",
    "rescue.js",
    "evidence.js",
    "thread.js",
    "live.js",
    "details.js",
    "icons.svg",
)
"""All that a kept page asks for; htmx serves only the lists of the dinas."""
OFFLINE_PAGE = "/luring"
ALIKE = ("/antrean", "/kunci")
"""The same for all, so that they may lie beside the files."""
HOME = "/k/"
DOORS = ("/", "/masuk")
"""Without a signal they lead whoever is known to the first page that is kept."""
SCRIPT = "sw.js"


@cache
def build() -> str:
    """The name of this build; the same in every process that runs it."""
    digest = hashlib.sha256(json.dumps(assets.built(), sort_keys=True).encode())
    digest.update(rescue_key.fingerprint())
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def worker_script() -> str:
    """The worker as it was built, told what to keep."""
    kept = [OFFLINE_PAGE, *ALIKE, *(assets.asset(name) for name in KEPT)]
    told = json.dumps(
        {
            "build": build(),
            "shell": kept,
            "offline": OFFLINE_PAGE,
            "home": HOME,
            "doors": DOORS,
        }
    )
    name = assets.built().get(SCRIPT)
    body = (assets.DIST / name).read_text(encoding="utf-8") if name else ""
    return f"self.told = {told};\n{body}"


def _sources() -> list[Path]:
    templates = Path(current_app.root_path) / "templates"
    words = Path(current_app.config["BABEL_TRANSLATION_DIRECTORIES"])
    return [*sorted(templates.rglob("*.html")), *sorted(words.rglob("*.mo"))]
