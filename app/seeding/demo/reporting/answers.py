"""Questionnaires as a cooperative of this quality would be found: better ones meet more. Pure."""

import random
from functools import cache

from app.instruments.choosing import instruments_for
from app.instruments.loading import instrument
from app.instruments.model import Questionnaire
from app.seeding.demo.register.character import Character

SPREAD = 0.13
SELF_ANSWERED = 0.3


@cache
def questionnaires(instrument_id: str) -> tuple[tuple[str, ...], ...]:
    """The items of each questionnaire indicator."""
    return tuple(
        tuple(item.code for item in each.measure.items)
        for each in instrument(instrument_id).indicators
        if isinstance(each.measure, Questionnaire)
    )


def primary_instrument(who: Character) -> str:
    return instruments_for(who.kind, sharia=who.kin.sharia).primary


def answers(instrument_id: str, quality: float, rng: random.Random) -> dict[str, bool]:
    """Every item met or not; an indicator is done well or badly as a whole."""
    found: dict[str, bool] = {}
    for items in questionnaires(instrument_id):
        chance = min(0.99, max(0.03, 0.22 + 0.8 * quality + rng.gauss(0, SPREAD)))
        found |= {item: rng.random() < chance for item in items}
    return found


def own_answers(who: Character, rng: random.Random) -> dict[str, bool]:
    """What the cooperative says of itself in an annual report: optional, and a little kind."""
    if rng.random() >= SELF_ANSWERED * (0.4 + who.quality):
        return {}
    return answers(primary_instrument(who), min(1.0, who.quality + 0.08), rng)
