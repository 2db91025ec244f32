"""Shares, the shades of the map, and numbers too small to publish."""

import pytest

from app.monitoring.figures import (
    Standing,
    Tally,
    change,
    fold_grades,
    fold_small,
    laggards,
    lowest_first,
    share,
    step,
    total,
)


def place(code, owed, reported):
    return Standing(code, code.title(), Tally(owed=owed, reported=reported), Tally())


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (0, 7, 0), (1, 200, 1), (1, 201, 0), (199, 200, 100), (398, 474, 84)],
)
def test_a_share_is_whole_percent_and_none_of_nothing(part, whole, percent):
    assert share(part, whole) == percent


def test_a_returned_report_has_been_received():
    tally = Tally(owed=10, reported=7, waiting=2, returned=1)

    assert (tally.missing, tally.share, tally.lags) == (3, 70, True)


def test_a_district_that_owes_nothing_does_not_lag_and_comes_last():
    idle, good, bad = place("idle", 0, 0), place("good", 10, 9), place("bad", 10, 3)

    assert [line.code for line in lowest_first([idle, good, bad])] == ["bad", "good", "idle"]
    assert laggards([idle, good, bad]) == [bad]


@pytest.mark.parametrize(
    ("percent", "shade"), [(None, 1), (0, 1), (69, 1), (70, 2), (84, 3), (85, 4), (90, 5), (100, 5)]
)
def test_the_shade_of_a_brick_changes_at_the_edges_the_legend_names(percent, shade):
    assert step(percent) == shade


def test_a_change_needs_both_numbers():
    assert change(84, 81) == 3
    assert change(84, None) is None


@pytest.mark.parametrize(
    ("owed", "codes"),
    [
        ([9, 8, 7], {"a", "b", "c"}),
        ([9, 2, 7], {"a", ""}),
        ([2, 2, 7], {"c", ""}),
        ([2, 1, 0], {"c", ""}),
        ([1, 0, 0], {"b", "c"}),
    ],
    ids=["all large", "one small takes the next", "two small make one", "three in all", "hidden"],
)
def test_no_observer_can_read_or_reckon_a_place_of_fewer_than_three(owed, codes):
    lines = [place(code, count, 0) for code, count in zip("abc", owed, strict=True)]
    shown = fold_small(lines, "Lain")

    assert {line.code for line in shown} == codes
    assert all(line.now.owed == 0 or line.now.owed >= 3 for line in shown)
    if "" in codes:
        assert total(line.now for line in shown) == total(line.now for line in lines)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((96, 187, 104, 25), [1, 1, 1, 1]),
        ((96, 187, 104, 2), [1, 1, 2]),
        ((1, 5, 0, 9), [2, 1, 1]),
        ((2, 0, 0, 2), [4]),
        ((1, 0, 1, 0), []),
        ((0, 0, 0, 0), [1, 1, 1, 1]),
    ],
)
def test_grades_held_by_fewer_than_three_are_joined_with_their_neighbour(counts, shown):
    grades = ("healthy", "fairly", "supervised", "special")
    folded = fold_grades(list(zip(grades, counts, strict=True)))

    assert [len(codes) for codes, _count in folded] == shown
    assert all(count == 0 or count >= 3 for _codes, count in folded)
    if folded:
        assert sum(count for _codes, count in folded) == sum(counts)
