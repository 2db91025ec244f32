"""Every instrument can be relied on, and one that contradicts itself is refused."""

import pytest

from app.instruments.loading import all_instruments, instrument, instrument_ids
from app.instruments.model import Questionnaire, Ratio

COUNTS = {
    "perdep-06-2016": (7, 17, 38),
    "perdep-07-2016": (8, 15, 48),
    "kkpkk-2021-ksp": (4, 26, 145),
    "kkpkk-2021-riil": (4, 24, 134),
}


def test_every_file_is_an_instrument_of_its_own_name():
    assert [one.id for one in all_instruments()] == list(instrument_ids())
    assert len(instrument_ids()) == 6


@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_an_instrument_has_as_many_aspects_ratios_and_items_as_the_form(name, counts):
    rules = instrument(name)
    ratios = [one for one in rules.indicators if isinstance(one.measure, Ratio)]
    items = [
        item
        for one in rules.indicators
        if isinstance(one.measure, Questionnaire)
        for item in one.measure.items
    ]
    assert (len(rules.aspects), len(ratios), len(items)) == counts


def test_what_was_not_compared_with_the_official_text_says_so():
    drafts = {one.id for one in all_instruments() if one.is_draft}
    assert drafts == {"perdep-07-2016", "kkpkk-2021-kspps"}


def test_items_are_short_enough_for_a_phone():
    for rules in all_instruments():
        for one in rules.indicators:
            if isinstance(one.measure, Questionnaire):
                assert all(0 < len(item.text) <= 110 for item in one.measure.items)


def test_what_bears_a_code_is_found_by_it():
    rules = instrument("kkpkk-2021-ksp")
    assert rules.indicator("KK-1.1b").name
    assert rules.aspect("KK").weight == 40
    assert rules.grade("healthy").label == "SEHAT"


def test_an_unknown_instrument_is_not_looked_for_elsewhere():
    with pytest.raises(KeyError):
        instrument("../data/kkpkk-2021-ksp")
