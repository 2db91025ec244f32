"""Whatever a check finds, the check page has a sentence for it."""

from fractions import Fraction

import pytest

from app.figures.anomalies import RULES
from app.figures.findings import Finding, Level
from app.reports.wording import SENTENCES, finding


@pytest.mark.parametrize("key", [key for keys in RULES.values() for key in keys])
def test_every_doubt_a_rule_can_raise_has_a_sentence(key):
    assert key in SENTENCES, "write it in app/reports/wording.py"


@pytest.mark.either_database
def test_a_fall_is_told_as_a_fraction_people_can_read(app):
    told = {"old": 80_000_000, "new": 20_000_000, "times": Fraction(1, 4)}
    said = finding(Finding("jump_down", Level.DOUBT, ("cash",), None, told), {}, "Triwulan II 2026")
    assert said.startswith("Kas turun menjadi 1/4 dari Triwulan II 2026 (Rp80.000.000 → ")


@pytest.mark.either_database
def test_a_sum_that_cannot_be_made_is_called_by_its_name(app):
    said = finding(Finding("unmeasured", Level.WRONG, ("total_assets",), None), {})
    assert said.startswith("Total aset tidak dapat dihitung")
