"""Cases at random, the same in every run: nasty ones, and ones like a real cooperative's."""

import os
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from app.instruments.cases import Case
from app.instruments.model import Instrument, Questionnaire
from tests.instruments.strategies import cases, items_of
from tests.support.statements import CARRIED, KSP_YEAR

SEED = 20261123
IS_FULL_PROOF = os.environ.get("PROOF") == "full"
FACTORS = ((0, 1), (1, 10), (1, 3), (1, 2), (9, 10), (1, 1), (1, 1), (11, 10), (2, 1), (10, 1))
SHOP = {"inventories": 80, "trade_receivables": 60, "sales_members": 500, "sales_non_members": 90}
SHOP |= {"cogs_members": 380, "cogs_non_members": 70, "trade_payables": 40}
RANDOMS = st.integers(0, 2**48).map(Random)
"""Dice for those who throw many: quicker than drawing each amount by itself."""
LINES = KSP_YEAR | {code: amount * 1_000_000 for code, amount in SHOP.items()}


def drawn(strategy: st.SearchStrategy[Any], count: int, full: int) -> list[Any]:
    """So many examples, or `full` of them for `make proof`; always the same ones."""
    wanted = full if IS_FULL_PROOF else count
    found: list[Any] = []

    @seed(SEED)
    @settings(
        max_examples=wanted, database=None, phases=[Phase.generate], deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def collect(example: Any) -> None:
        found.append(example)

    collect()
    assert len(found) >= wanted
    return found[:wanted]


def lifelike(rules: Instrument, *, whole: bool = False) -> st.SearchStrategy[Case]:
    """A cooperative's year, each line some multiple of a sound one; with gaps unless whole."""
    return RANDOMS.map(lambda random: _lifelike(rules, random, whole=whole))


def any_case(rules: Instrument) -> st.SearchStrategy[Case]:
    """Anything: mostly nonsense, so that every corner of the rules is met."""
    nasty = st.builds(lambda case, random: _counted(rules, case, random), cases(rules), RANDOMS)
    return st.one_of(nasty, lifelike(rules), lifelike(rules, whole=True))


def varied(random: Random, lines: dict[str, int]) -> dict[str, int]:
    """Each amount times some factor, and a few rupiah beside it."""
    found = {}
    for code, amount in lines.items():
        times, under = random.choice(FACTORS)
        found[code] = max(0, amount * times // under + random.choice((0, 0, 0, 1, -1)))
    return found


def _lifelike(rules: Instrument, random: Random, *, whole: bool) -> Case:
    figures = varied(random, LINES | CARRIED)
    will = random.random()
    answers = {item: random.random() < will for item in items_of(rules)}
    if whole:
        return Case(figures, answers, lines_complete=True)
    gone = random.choice((0, 0, 0.02, 0.3))
    return Case(
        {code: amount for code, amount in figures.items() if random.random() >= gone},
        {code: reply for code, reply in answers.items() if random.random() >= gone},
        lines_complete=random.random() < 0.5,
    )


def _counted(rules: Instrument, case: Case, random: Random) -> Case:
    """Of some questionnaires only the number of items met is known."""
    asked = [one for one in rules.indicators if isinstance(one.measure, Questionnaire)]
    picked = random.sample(asked, random.choice((0, 0, 1, len(asked) // 2)))
    counts = {one.code: random.randint(0, len(one.measure.items)) for one in picked}
    counted = {item.code for one in picked for item in one.measure.items}
    left = {item: reply for item, reply in case.answers.items() if item not in counted}
    return replace(case, answers=left, answer_counts=counts)
