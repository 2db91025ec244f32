"""The phone calls every band of every ratio what the server calls it."""

import pytest

from app.health.spelling import UNITS, span_text
from app.instruments.model import Indicator, Ratio
from app.instruments.preparation import in_order
from app.reports import rule_files
from app.reports.live import words
from tests.instruments.strategies import SCORING
from tests.phone.node import ask


@pytest.mark.either_database
@pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
def test_a_band_has_the_same_words_on_the_phone(app, rules):
    told = ask(rule_files.rules_text(rules.id), [{"ask": "bands", "words": words.bands()}])[0]
    expected = [_spans(one) for one in rules.indicators]
    assert sum(map(len, expected)) > len(expected)
    assert told == expected


def _spans(one: Indicator) -> list[str]:
    if not isinstance(one.measure, Ratio):
        return []
    spans = in_order([band.span for band in one.bands])
    return [span_text(span, UNITS[one.measure.unit]) for span in spans]
