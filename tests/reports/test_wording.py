"""Whatever a check finds, the check page has a sentence for it."""

import pytest

from app.figures.anomalies import RULES
from app.reports.wording import SENTENCES


@pytest.mark.parametrize("key", [key for keys in RULES.values() for key in keys])
def test_every_doubt_a_rule_can_raise_has_a_sentence(key):
    assert key in SENTENCES, "write it in app/reports/wording.py"
