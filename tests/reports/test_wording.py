"""Whatever a check finds, the check page has a sentence for it."""

import pytest

from app.figures.anomalies import RULES
from app.figures.findings import Finding, Level
from app.reports.wording import SENTENCES, finding


@pytest.mark.parametrize("key", [key for keys in RULES.values() for key in keys])
def test_every_doubt_a_rule_can_raise_has_a_sentence(key):
    assert key in SENTENCES, "write it in app/reports/wording.py"


@pytest.mark.either_database
def test_a_sum_that_cannot_be_made_is_called_by_its_name(app):
    said = finding(Finding("unmeasured", Level.WRONG, ("total_assets",), None), {})
    assert said.startswith("Total aset tidak dapat dihitung")
