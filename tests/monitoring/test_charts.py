"""Points of drawings: a missing period is a gap, a loss hangs under the line of nought."""

from itertools import pairwise

import pytest

from app.monitoring.pictures import units
from app.monitoring.pictures.charts import BASE, TOP, WIDTH, Amount, Words, chart
from app.monitoring.pictures.spread import stacked

WORDS = Words("Aset", "Naik.", "Periode", "juta", "tidak lapor")


def drawn(*values, years="", **how):
    """A chart of these values; the first characters of `years` say which have one."""
    amounts = [
        Amount(f"T{index}", "2026" if mark == "y" else "", f"Periode {index}", value)
        for index, (value, mark) in enumerate(zip(values, years.ljust(len(values)), strict=True))
    ]
    return chart(amounts, WORDS, "{:.0f}".format, **how)


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


def test_where_there_is_room_every_value_is_written():
    assert [point.shown for point in drawn(4, None, 6, 5).points] == ["4", "", "6", "5"]


def test_no_line_runs_through_the_words_at_its_ends():
    """A line that climbs away has its words below it, one that falls away above."""
    climbing = drawn(500, 560, 600, 700, 800, 900, is_line=True).points[0]
    falling = drawn(900, 860, 800, 700, 600, 500, is_line=True).points[0]
    steep = drawn(0, 800, 900, 900, 900, 900, is_line=True).points[0]

    assert climbing.say_y - 14 > climbing.y
    assert falling.say_y < falling.y
    assert steep.say_y < steep.y - 14, "there is no room below: above all it reaches over"


def test_words_at_the_edge_stay_within_the_drawing():
    first, *_others, last = drawn(*[10**9] * 12).points

    assert (first.say_anchor, first.say_x) == ("start", 0)
    assert (last.say_anchor, last.say_x) == ("end", WIDTH)


def test_words_at_a_low_column_stand_above_the_high_one_beside_it():
    million = 10**6
    low, high = drawn(million, 4 * million, *[million] * 8).points[:2]

    assert low.say_y < high.top


def test_every_year_is_written_and_none_over_its_neighbour():
    """Of twelve periods the first is the end of a year whose next one follows at once."""
    first, second, *_others, sixth = drawn(*range(1, 13), years="yy   y").points[:6]
    lonely = drawn(1, 2, 3, years="yyy").points

    assert (first.year_anchor, second.year_anchor) == ("end", "start")
    assert first.year_x < second.year_x
    assert sixth.year_anchor == "middle"
    assert [point.year_anchor for point in lonely] == ["middle"] * 3


def test_one_unit_serves_the_columns_and_the_sentence(app):
    with app.test_request_context():
        unit = units.money([1_116_840_000_000, 975_640_000_000])

        assert unit.head == "miliar rupiah"
        assert unit.bare(1_116_840_000_000) == "1.116,8"
        assert unit.told(975_640_000_000) == "975,6\u00a0miliar"
        assert units.money([2 * 10**12, 3 * 10**12]).told(2 * 10**12) == "2,00\u00a0triliun"


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
