"""Addresses of built files: hashed names from the manifest that the build writes."""

import json
from functools import cache
from pathlib import Path

from flask import Flask, url_for

DIST = Path(__file__).resolve().parents[2] / "static" / "dist"
HASHED = r"^.+/dist/.+\.[0-9a-zA-Z]{8,}\.\w+$"


@cache
def built() -> dict[str, str]:
    """Every built file: its name and the hashed one it has now; empty before the first build."""
    path = DIST / "manifest.json"
    if not path.exists():
        return {}
    names: dict[str, str] = json.loads(path.read_text())
    return names


def asset(name: str) -> str:
    """The address of a built file; before the first build its plain name."""
    return url_for("static", filename=f"dist/{built().get(name, name)}")


def serve_built_files(app: Flask) -> None:
    """WhiteNoise answers for /static/ before Flask does: compressed, immutable."""
    from whitenoise import WhiteNoise

    static = Path(app.static_folder or "")
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=static, prefix="static/", immutable_file_test=HASHED
    )
