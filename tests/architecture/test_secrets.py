"""Nothing in the repository that belongs to one machine or one person."""

import re
from pathlib import Path

import pytest

from tests.support import tree

FORBIDDEN = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a cloud key": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "a token": re.compile(r"\b(ghp|gho|glpat|xox[bp]|sk-live|sk_live)[-_][A-Za-z0-9-]{16,}"),
    "a password in an address": re.compile(
        r"\b\w+://[\w.]+:(?!\$|<|\{|sandi@)[^@\s/\"'<>{}]+@(?!localhost)"
    ),
    "somebody's folder": re.compile(r"(?<![\w.])/(home|Users|work|root)/[\w.-]+/"),
}
TEXT = {".py", ".html", ".css", ".js", ".mjs", ".json", ".toml", ".md", ".txt", ".in", ".yaml"}
TEXT |= {".yml", ".po", ".cfg", ".sh", "", ".svg", ".csv", ".example", ".typ"}
HERE = Path(__file__)


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds(kind: str) -> None:
    found = [
        f"{tree.name_of(path)}: {match[0][:60]}"
        for path in tree.committed_files()
        if path.suffix in TEXT and path != HERE
        for match in FORBIDDEN[kind].finditer(path.read_text(errors="replace"))
    ]
    assert not found


def test_the_lock_files_name_no_place_to_download_from() -> None:
    from app.settings import ROOT

    locks = [ROOT / "package-lock.json", *(ROOT / "requirements").glob("*.txt")]
    found = [
        f"{path.name}: {line.strip()[:80]}"
        for path in locks
        for line in path.read_text().splitlines()
        if re.search(r'"resolved"|index-url|find-links|^\s*[^#]*https?://', line)
        and '"url": "https://' not in line
    ]
    assert not found
