"""Who has a place and who waits, in the order in which they asked."""

from hypothesis import given
from hypothesis import strategies as st

from app.training.seating import NOBODY, Standing, free, standing_of

LINES = st.lists(st.integers(1, 5), max_size=40)


def test_the_quota_is_filled_in_the_order_of_asking():
    asked = [1, 1, 2, 2, 2, 3]

    assert standing_of(asked, 4, 1) == Standing(2, 0)
    assert standing_of(asked, 4, 2) == Standing(2, 1, 1)
    assert standing_of(asked, 4, 3) == Standing(0, 1, 2)
    assert standing_of(asked, 4, 9) == NOBODY


@given(LINES, st.integers(1, 50))
def test_nobody_is_lost_and_no_place_stays_empty_while_somebody_waits(asked, quota):
    every = [standing_of(asked, quota, each) for each in set(asked)]

    assert sum(each.persons for each in every) == len(asked)
    assert sum(each.seated for each in every) == min(quota, len(asked))
    assert free(asked, quota) == max(0, quota - len(asked))
    if any(each.waiting for each in every):
        assert free(asked, quota) == 0


@given(LINES, st.integers(1, 50), st.data())
def test_whoever_leaves_makes_nobody_worse_off(asked, quota, data):
    if not asked:
        return
    left = data.draw(st.integers(0, len(asked) - 1))
    rest = asked[:left] + asked[left + 1 :]
    for each in set(rest) - {asked[left]}:
        before, after = standing_of(asked, quota, each), standing_of(rest, quota, each)
        assert after.seated >= before.seated
        assert after.persons == before.persons
