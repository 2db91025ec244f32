"""A phone fetches its rules once: small, the same for everybody, never to be asked for again."""

import gzip
import json
import os
import subprocess
import sys

import pytest

from app.figures.kinds import BusinessKind, PeriodKind
from app.instruments.phone.writing import written
from app.reports import rule_files
from app.settings import ROOT

MOST_BYTES = 15 * 1024
NAMES = rule_files.names()


@pytest.mark.parametrize("name", NAMES)
def test_rules_are_small_enough_for_the_edge_of_the_signal(name):
    text = rule_files.rules_text(name).encode()
    assert json.loads(text)["id"]
    assert 1024 < len(gzip.compress(text, 8)) <= MOST_BYTES


def test_there_are_rules_for_every_instrument_and_every_kind_of_report():
    assert len(NAMES) == 5 + 6
    for kind in BusinessKind:
        for period in PeriodKind:
            file_name = rule_files.checking_file(kind, period)
            told = json.loads(rule_files.text_in(file_name))
            assert (told["kind"], told["period"]) == (kind, period)


def test_every_process_writes_the_same_bytes():
    """Or one worker would not know the address that another one gave."""
    words = "from app.reports import rule_files as r;"
    words += "print(*[r.named(name, r.rules_text(name)) for name in r.names()])"
    told = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": chance},
        ).stdout
        for chance in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1


def test_a_number_a_browser_cannot_hold_is_written_as_text():
    assert json.loads(written({"a": [2**53 - 1, 2**53, -(2**53)], "b": {"c": True}})) == {
        "a": [2**53 - 1, str(2**53), str(-(2**53))],
        "b": {"c": True},
    }


@pytest.mark.either_database
def test_anybody_gets_the_rules_and_may_keep_them_for_ever(browse, treasurer):
    scoring = rule_files.scoring_file("perdep-06-2016")
    checking = rule_files.checking_file(BusinessKind.BOTH, PeriodKind.ANNUAL)
    for person, file_name in ((None, scoring), (None, checking), (treasurer, scoring)):
        answer = browse(person).get(f"/aturan/{file_name}")
        assert (answer.status, answer.html) == (200, rule_files.text_in(file_name))
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.either_database
@pytest.mark.parametrize(
    "file_name",
    [
        "kkpkk-2021-ksp-000000000000.json",
        "permen-14-2009-grades-000000000000.json",
        "kkpkk-2021-ksp.json",
        "x-y.json",
    ],
)
def test_rules_of_another_day_or_of_no_day_are_not_there(browse, file_name):
    assert browse().get(f"/aturan/{file_name}").status == 404
