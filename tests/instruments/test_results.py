"""A result is told in plain words: decimals as text, null for what is unknown."""

import json
from pathlib import Path

from app.instruments.cases import Case, read_case
from app.instruments.engine import score
from app.instruments.loading import instrument
from app.instruments.results import json_line, plain

PERDEP = instrument("perdep-06-2016")
GOLDEN = Path(__file__).parent / "golden" / "perdep-06-complete.json"
G1 = json.loads(GOLDEN.read_text())[0]


def test_a_complete_result_has_these_names_in_this_order():
    told = plain(score(PERDEP, read_case(G1, PERDEP)))
    names = "instrument status blocked indicators aspects total grade range"
    assert list(told) == names.split()
    assert told["instrument"] == "perdep-06-2016"
    assert (told["status"], told["blocked"]) == ("complete", [])
    assert (told["total"], told["grade"], told["range"]) == ("91.35", "healthy", ["91.35", "91.35"])
    assert told["indicators"][0] == {"code": "1a", "value": "45.000000000000", "points": "6"}
    assert told["aspects"][0] == {"code": "1", "score": "14.40", "weight": "15"}


def test_an_incomplete_result_tells_the_range_and_no_total():
    told = plain(score(PERDEP, Case({"own_capital": 5, "total_assets": 10})))
    assert told["status"] == "incomplete"
    assert (told["total"], told["grade"]) == (None, None)
    assert "1a" not in told["blocked"]
    assert "1b" in told["blocked"]
    assert {"code": "1b", "value": None, "points": None} in told["indicators"]
    assert told["aspects"][0]["score"] is None
    assert float(told["range"][0]) < float(told["range"][1])


def test_a_result_is_one_line():
    assert "\n" not in json_line(score(PERDEP, Case({})))
