"""Every action the house notes has a sentence a person can read."""

import re
from pathlib import Path

import pytest

from app.audit.words import SENTENCES, sentence, subject_name

APP = Path(__file__).parents[2] / "app"
NOTED = re.compile(r"\b(?:note|record|record_read)\(\s*\"([a-z_.]+)\"")


def noted_actions():
    sources = (path.read_text(encoding="utf-8") for path in APP.rglob("*.py"))
    return sorted({action for source in sources for action in NOTED.findall(source)})


@pytest.mark.parametrize("action", noted_actions())
def test_what_is_noted_can_be_read(action):
    assert action in SENTENCES


def test_a_detail_nobody_wrote_down_is_a_dash(app):
    with app.test_request_context():
        assert sentence("code.issued", {}) == "Menerbitkan kode untuk –"


def test_a_percent_sign_in_a_name_is_only_a_sign(app):
    with app.test_request_context():
        assert sentence("code.issued", {"name": "100% Jaya"}) == (
            "Menerbitkan kode untuk 100% Jaya"
        )


def test_an_unknown_action_speaks_for_itself(app):
    with app.test_request_context():
        assert sentence("moon.landed", {"name": "x"}) == "moon.landed"
        assert subject_name("report:9f2c") == "Laporan 9f2c"
        assert subject_name("moon:1") == "moon:1"
