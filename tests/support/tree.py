"""The project's own files, for tests that read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.settings import ROOT

APP = ROOT / "app"
TEMPLATES = APP / "templates"
NOT_OURS = ("node_modules", "dist", "__pycache__", ".venv")


def files(folder: Path, pattern: str) -> list[Path]:
    """Files below a folder, in order; nothing built, nothing of others."""
    found = folder.rglob(pattern)
    return sorted(path for path in found if not set(NOT_OURS) & set(path.parts))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def line_count(path: Path) -> int:
    return len(path.read_text().splitlines())


def committed_files() -> list[Path]:
    """What is under version control; without git, every file that is ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        return [path for path in files(ROOT, "*") if path.is_file()]
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]
