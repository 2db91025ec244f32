"""The register's pure rules, on plain values."""

import pytest

from app.cooperatives.business_class import suggest_business_class
from app.cooperatives.importing.columns import BY_LETTERS, COLUMNS, letters
from app.cooperatives.importing.reading import guarded, unguarded
from app.cooperatives.importing.verdicts import Fault
from app.cooperatives.naming import search_name
from app.cooperatives.routes.wording import SENTENCES
from app.cooperatives.statistics import Cell, lines, sum_up


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


def cell(district, reporting, members):
    return Cell(district, "service", "16", "conventional", 9, 8, reporting, members, members)


def test_sums_of_few_reports_are_kept_back_with_enough_others_to_hide_them():
    cells = [cell("a", 7, 700), cell("b", 4, 400), cell("c", 1, 100), cell("d", 0, 0)]
    table = {line.name: line for line in lines(cells, "district", {})}

    assert table["c"].members is None
    assert table["b"].members is None
    assert table["a"].members == 700
    assert (table["d"].members, table["d"].registered) == (None, 9)


def test_two_small_lines_that_hide_each_other_too_little_take_a_third():
    cells = [cell("a", 7, 700), cell("b", 4, 400), cell("c", 1, 100), cell("d", 1, 90)]

    hidden = {line.name for line in lines(cells, "district", {}) if line.members is None}

    assert hidden == {"b", "c", "d"}


def test_counts_of_the_register_are_public_however_small():
    table = lines([cell("a", 0, 0)], "district", {"a": "Jekulo"})

    assert (table[0].name, table[0].registered, table[0].active) == ("Jekulo", 9, 8)
    assert sum_up([]).members is None
