"""Asks the phone's JavaScript, run by Node: one process for a whole file of questions."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.instruments.cases import Case
from app.instruments.numbers import plain_text

NODE = Path(sys.executable).parent / "node"
RUN = Path(__file__).parent / "run.mjs"
SAFE = 2**53
A_MINUTE_OR_TWO = 900


def ask(rules: str, questions: Iterable[Mapping[str, Any]]) -> list[Any]:
    """What the rules of this JSON text answer to each question."""
    with TemporaryDirectory() as folder:
        rules_file, questions_file = Path(folder, "rules.json"), Path(folder, "questions.jsonl")
        rules_file.write_text(rules, encoding="utf-8")
        questions_file.write_text("".join(json.dumps(each) + "\n" for each in questions))
        ran = subprocess.run(  # noqa: S603
            [NODE, RUN, rules_file, questions_file],
            capture_output=True, text=True, check=False, timeout=A_MINUTE_OR_TWO,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


def about(case: Case, ask_for: str = "score") -> dict[str, Any]:
    """A question about a case, as a page would put it."""
    return {
        "ask": ask_for,
        "figures": amounts(case.figures),
        "answers": dict(case.answers),
        "counts": dict(case.answer_counts),
        "isComplete": case.lines_complete,
    }


def amounts(figures: Mapping[str, Any]) -> dict[str, int | str]:
    """Amounts as JavaScript reads them exactly: text where a JSON number would be too large."""
    return {code: _amount(value) for code, value in figures.items()}


def _amount(value: Any) -> int | str:
    if isinstance(value, Fraction):
        return plain_text(value)
    return value if isinstance(value, str) or abs(value) < SAFE else str(value)
