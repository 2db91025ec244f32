"""Each cooperative is scored by the instrument made for it."""

import pytest

from app.figures.kinds import BusinessKind
from app.instruments.choosing import MIXED, Choice, instruments_for
from app.instruments.loading import instrument

LENDER, SHOP, BOTH = BusinessKind


@pytest.mark.parametrize(
    ("kind", "sharia", "expected"),
    [
        (LENDER, False, Choice("kkpkk-2021-ksp", "perdep-06-2016", None)),
        (LENDER, True, Choice("kkpkk-2021-kspps", "perdep-07-2016", None)),
        (SHOP, False, Choice("kkpkk-2021-riil", None, None)),
        (SHOP, True, Choice("kkpkk-2021-riil", None, None)),
        (BOTH, False, Choice("kkpkk-2021-ksp", "perdep-06-2016", MIXED)),
        (BOTH, True, Choice("kkpkk-2021-kspps", "perdep-07-2016", MIXED)),
    ],
)
def test_business_and_pattern_decide(kind, sharia, expected):
    choice = instruments_for(kind, sharia=sharia)
    assert choice == expected
    assert all(instrument(one) for one in (choice.primary, choice.second) if one)
