"""Which way things depend: the contracts of pyproject.toml."""

import ast
import subprocess
import sys
from pathlib import Path

from app.settings import ROOT
from tests.support import tree

RECORDERS = {
    "app/audit/services.py": "record_read is a record",
    "app/accounts/services/signing_in.py": "a failed sign-in is refused, and stays noted",
    "app/consultations/services/reading.py": "who reads what is confidential stays noted",
    "app/accounts/services/codes.py": "so is a code that was tried in vain",
    "app/complaints/services/answering.py": "who opened a complaint stays noted",
}
"""File -> why it may leave a trace that survives a refusal or stands for a reading."""


def test_the_import_contracts_hold() -> None:
    words = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    answer = subprocess.run(  # noqa: S603
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout[-4000:] + answer.stderr[-1000:]
    assert "0 broken" in answer.stdout


def test_a_trace_outside_the_transaction_is_left_only_where_it_is_listed() -> None:
    callers = {
        tree.name_of(path)
        for path in tree.files(tree.APP, "*.py")
        if _calls(path, {"record", "record_read"})
    }
    assert callers == set(RECORDERS)


def test_services_flush_and_leave_the_commit_to_the_route() -> None:
    allowed = {"app/shared/transactions.py"}
    committing = {
        tree.name_of(path) for path in tree.files(tree.APP, "*.py") if _calls(path, {"commit"})
    }
    assert committing <= allowed, "use @commits on the route, or write_transaction() in a command"


def _calls(path: Path, names: set[str]) -> bool:
    called = (node.func for node in ast.walk(tree.parsed(path)) if isinstance(node, ast.Call))
    return any(_name(function) in names for function in called)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
