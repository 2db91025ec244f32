"""Points of drawings: a missing period is a gap, a loss hangs under the line of nought."""

from itertools import pairwise

import pytest

from app.monitoring.pictures.charts import BASE, TOP, Amount, Words, chart, stacked

WORDS = Words("Aset", "Naik.", "Periode", "juta", "tidak lapor")


def drawn(*values):
    amounts = [
        Amount(f"T{index}", "", f"Periode {index}", value) for index, value in enumerate(values)
    ]
    return chart(amounts, WORDS, "{:.0f}".format)


def test_the_highest_column_reaches_the_top_and_the_line_of_nought_is_the_base():
    low, high = drawn(5, 10).points

    assert (high.top, high.top + high.tall) == (TOP, BASE)
    assert low.tall == pytest.approx(high.tall / 2, abs=0.1)


def test_a_period_without_a_report_is_a_gap_and_never_a_nought():
    none, nought = drawn(None, 0, 10).points[:2]

    assert (none.missing, none.value, none.shown) == (True, "tidak lapor", "")
    assert (nought.missing, nought.value) == (False, "0")


def test_the_line_lifts_its_pen_over_a_gap():
    assert [
        part[0]
        for part in drawn(1, 2, None, 3).line.replace("L", " L").replace("M", " M").split()
        if part[0] in "ML"
    ] == ["M", "L", "M"]


def test_only_the_first_and_the_last_known_value_are_written():
    assert [point.shown for point in drawn(None, 4, 5, 6, None).points] == ["", "4", "", "6", ""]


def test_a_loss_hangs_under_the_line_of_nought():
    picture = drawn(10, -5)
    gain, loss = picture.points

    assert gain.top + gain.tall == pytest.approx(picture.base, abs=1)
    assert loss.top == picture.base
    assert loss.tall == pytest.approx(gain.tall / 2, abs=1)
    assert loss.top + loss.tall <= picture.foot + 0.5


def test_a_cooperative_that_never_reported_has_no_picture():
    assert drawn(None, None).is_empty
    assert not drawn(0).is_empty


def test_all_nought_and_all_lost_can_be_drawn():
    assert all(point.tall == 0 for point in drawn(0, 0).points)
    assert drawn(-4).points[0].top == drawn(-4).base


def test_the_parts_of_a_stacked_bar_fill_it_with_gaps_between():
    parts = stacked([("good", 96), ("fair", 0), ("warn", 104), ("bad", 25)])

    assert [tone for tone, _x, _width in parts] == ["good", "warn", "bad"]
    assert parts[-1][1] + parts[-1][2] == pytest.approx(480, abs=0.2)
    for (_tone, x, width), (_next, next_x, _width) in pairwise(parts):
        assert next_x - x - width == pytest.approx(2, abs=0.2)
    assert stacked([("good", 0)]) == []
