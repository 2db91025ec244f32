"""`flask health score` and `score-many` as scripts call them."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

from app.health.scoring_commands import health

GOLDEN = Path(__file__).parents[1] / "instruments" / "golden"
COMPLETE = [
    case
    for name in ("perdep-06-complete", "statements")
    for case in json.loads((GOLDEN / f"{name}.json").read_text())
    if case["kind"] == "complete"
]
BAD = {
    "not JSON": ("kas", "JSON"),
    "an unknown code": ('{"figures": {"kas": 1}}', "kas"),
    "text": ('{"figures": {"cash": "banyak"}}', "cash"),
    "a fraction of a rupiah": ('{"figures": {"cash": 1.5}}', "cash"),
    "a fraction in text": ('{"figures": {"cash": "1.5"}}', "cash"),
    "an unknown item": ('{"answers": {"TK-9": true}}', "TK-9"),
    "an answer that is none": ('{"answers": {"TK-1.1.a": 1}}', "TK-1.1.a"),
    "an unknown questionnaire": ('{"answer_counts": {"TK-9": 1}}', "TK-9"),
    "too many items": ('{"answer_counts": {"TK-1.1": 5}}', "TK-1.1"),
    "a twin": ('{"figures": {"cash": 1, "cash": 1}}', "cash"),
    "both ways": ('{"answers": {"TK-1.1.a": true}, "answer_counts": {"TK-1.1": 1}}', "TK-1.1"),
    "a list": ("[]", "CASE"),
}


@pytest.fixture
def run():
    """run("score", "kkpkk-2021-ksp", …) on an application without a database."""
    app = Flask(__name__)
    Babel(app)
    app.cli.add_command(health)
    runner = app.test_cli_runner()
    return lambda *words, typed=None: runner.invoke(args=["health", *map(str, words)], input=typed)


@pytest.fixture
def saved(tmp_path):
    def save(content: str | bytes) -> Path:
        path = tmp_path / "case.json"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return save


@pytest.mark.parametrize("case", COMPLETE, ids=lambda case: case["id"])
def test_a_complete_case_gets_its_total_and_grade(run, saved, case):
    result = run("score", case["instrument"], saved(json.dumps(case)))
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 1
    told = json.loads(result.stdout)
    assert told["status"] == "complete"
    assert (told["total"], told["grade"]) == (case["expect"]["total"], case["expect"]["grade"])
    assert told["range"] == [told["total"]] * 2
    assert result.stderr == ""


def test_an_incomplete_case_is_no_error(run, saved):
    result = run("score", "kkpkk-2021-ksp", saved("{}"))
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["status"], told["range"]) == ("incomplete", ["25.00", "100.00"])


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_refused_in_one_line_that_names_it(run, saved, kind):
    content, named = BAD[kind]
    result = run("score", "kkpkk-2021-ksp", saved(content))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert named in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe{}", b"\x00"])
def test_bytes_that_are_no_text_are_refused_in_one_line(run, saved, content):
    result = run("score", "kkpkk-2021-ksp", saved(content))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["kkpkk", "permen-14-2009-grades", "../loading"])
def test_an_instrument_that_cannot_score_is_refused_by_name(run, saved, name):
    result = run("score", name, saved("{}"))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert name in result.stderr


def test_a_file_that_is_not_there_is_refused_in_one_line(run, tmp_path):
    result = run("score", "kkpkk-2021-ksp", tmp_path / "nowhere.json")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "nowhere.json" in result.stderr


def test_a_case_may_come_through_the_pipe(run):
    assert run("score", "kkpkk-2021-ksp", "-", typed="{}").exit_code == 0


def test_many_cases_give_a_line_each_in_their_order(run, saved):
    cases = [case for case in COMPLETE if case["instrument"] == "perdep-06-2016"]
    lines = "\n".join(map(json.dumps, cases))
    result = run("score-many", "perdep-06-2016", saved(lines))
    assert result.exit_code == 0
    told = [json.loads(line)["total"] for line in result.stdout.splitlines()]
    assert told == [case["expect"]["total"] for case in cases]


def test_many_cases_say_what_each_alone_would_say(run, saved):
    alone = run("score", "kkpkk-2021-ksp", saved('{"figures": {"cash": 1}}')).stdout
    many = run("score-many", "kkpkk-2021-ksp", saved('{"figures": {"cash": 1}}\n' * 3)).stdout
    assert many == alone * 3


def test_the_first_bad_line_stops_and_is_named_and_what_came_before_stands(run, saved):
    result = run("score-many", "kkpkk-2021-ksp", saved('{}\n{"figures": {"kas": 1}}\n{}\n'))
    assert result.exit_code == 2
    assert result.stdout.count("\n") == 1
    assert json.loads(result.stdout)["status"] == "incomplete"
    assert result.stderr.count("\n") == 1
    assert "2" in result.stderr
    assert "kas" in result.stderr


def test_no_cases_are_no_lines(run, saved):
    result = run("score-many", "kkpkk-2021-ksp", saved(""))
    assert (result.exit_code, result.stdout) == (0, "")
