"""Health scores: the engine alone, and `score-many` from line to line; one core."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time

from app.instruments.cases import read_case
from app.instruments.engine import score
from app.instruments.loading import instrument
from app.settings import ROOT
from bench.tables import Row, at_least

INSTRUMENT = "kkpkk-2021-ksp"
GOLDEN = ROOT / "tests" / "instruments" / "golden" / "statements.json"
COUNT, LINES, REPEATS = 5000, 20000, 5
FIRST = 1000
KEYS = ("figures", "answers", "answer_counts", "lines_complete")


def measure() -> list[Row]:
    """Scores a second of processor time."""
    used, given = instrument(INSTRUMENT), _case()
    case = read_case(json.dumps(given), used)
    rates = []
    for _ in range(REPEATS):
        began = time.process_time()
        for _ in range(COUNT):
            score(used, case)
        rates.append(COUNT / (time.process_time() - began))
    return [
        at_least("mesin skor, kasus sudah dibaca", statistics.median(rates), 10_000, "/detik"),
        at_least("score-many, baris ke baris", _many(json.dumps(given)), 4_000, "/detik"),
    ]


def _many(line: str) -> float:
    """Lines a second of processor time, without the start of the process."""
    few, many = (_cost(line, count) for count in (FIRST, FIRST + LINES))
    return LINES / (many - few)


def _cost(line: str, count: int) -> float:
    path = ROOT / "instance" / "bench" / "cases.jsonl"
    path.write_text(f"{line}\n" * count)
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "health", "score-many"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [*command, INSTRUMENT, str(path)],
        cwd=ROOT,
        env={**os.environ, "APP_ENV": "testing", "SECRET_KEY": "bench"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    path.unlink()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _case() -> dict:
    """The first complete statement of the golden cases for this instrument."""
    for each in json.loads(GOLDEN.read_text()):
        if each["instrument"] == INSTRUMENT and each["kind"] == "complete":
            return {key: value for key, value in each.items() if key in KEYS}
    raise LookupError(INSTRUMENT)
