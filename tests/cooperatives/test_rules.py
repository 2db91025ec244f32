"""The register's pure rules, on plain values."""

import pytest

from app.cooperatives.business_class import suggest_business_class
from app.cooperatives.importing.columns import BY_LETTERS, COLUMNS, letters
from app.cooperatives.importing.reading import guarded, unguarded
from app.cooperatives.importing.verdicts import Fault
from app.cooperatives.naming import search_name
from app.cooperatives.routes.wording import SENTENCES
from app.cooperatives.statistics import lines


@pytest.mark.parametrize(
    ("size", "suggested"),
    [
        ((5_000, 250_000_000, 2_500_000_000), 1),
        ((5_001, 0, 0), 2),
        ((0, 250_000_001, 0), 2),
        ((0, 0, 2_500_000_001), 2),
        ((9_001, 0, 0), 3),
        ((0, 15_000_000_001, 0), 3),
        ((0, 0, 100_000_000_001), 3),
        ((35_000, 40_000_000_000, 500_000_000_000), 3),
        ((35_001, 0, 0), 4),
        ((0, 40_000_000_001, 0), 4),
        ((0, 0, 500_000_000_001), 4),
        ((None, None, 100), 1),
        ((None, None, None), None),
        ((10, -5_000_000, 100), 1),
    ],
)
def test_the_highest_criterion_decides_the_suggested_class(size, suggested):
    assert suggest_business_class(*size) == suggested


@pytest.mark.parametrize(
    ("name", "found_as"),
    [
        ("KSP. Sumber  Rejeki", "ksp sumber rejeki"),
        ("Koperasi Ma'mur", "koperasi mamur"),
        ("KÓPKAR-Djarum (Kudus)", "kopkar djarum kudus"),
        ("***", ""),
    ],
)
def test_a_name_is_searched_without_its_ornaments(name, found_as):
    assert search_name(name) == found_as


def test_no_two_columns_claim_the_same_heading():
    claimed = [{letters(name) for name in (column.name, *column.also)} for column in COLUMNS]

    assert sum(map(len, claimed)) == len(BY_LETTERS)
    assert {column.key for column in BY_LETTERS.values()} == {column.key for column in COLUMNS}


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-5", "@x", "plain", "", "'quoted"])
def test_a_guarded_cell_begins_no_formula_and_comes_back_unchanged(cell):
    assert guarded(cell)[:1] not in {"=", "+", "-", "@"}
    assert unguarded(guarded(cell)) == cell


def test_every_fault_has_its_sentence():
    assert set(SENTENCES) == set(Fault)


def test_small_counts_are_kept_back_and_cannot_be_reckoned_from_the_sum():
    counts = {"a": (8, 10), "b": (5, 5), "c": (1, 2), "d": (0, 0)}
    table = {line.name: line for line in lines(counts, {})}

    assert table["c"].total is None
    assert table["b"].total is None
    assert (table["a"].active, table["a"].total) == (None, 10)
    assert (table["d"].total, table["d"].share) == (0, 0)
