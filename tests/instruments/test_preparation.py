"""What is made ready once says the same as the file."""

from fractions import Fraction

import pytest

from app.instruments.preparation import prepare
from tests.instruments.strategies import SCORING


@pytest.mark.parametrize("rules", SCORING, ids=lambda rules: rules.id)
def test_points_and_weights_are_whole_and_lose_nothing(rules):
    ready = prepare(rules)
    for indicator, one in zip(rules.indicators, ready.indicators, strict=True):
        assert one.code == indicator.code
        assert rules.aspects[one.aspect].code == indicator.aspect
        if indicator.weight is not None:
            assert Fraction(max(one.points), ready.points_scale) == indicator.weight
    weights = [Fraction(one, ready.weights_scale) for one in ready.weights]
    assert weights == [aspect.weight for aspect in rules.aspects]
    assert prepare(rules) is ready
