from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.consultations.assigning import Candidate, Reason, choose, cover_for

JEKULO, DAWE = "33.19.07", "33.19.09"
RINA = Candidate(1, "Rina", frozenset({JEKULO}), frozenset({"reports"}), 3)
BUDI = Candidate(2, "Budi", frozenset({DAWE}), frozenset({"dispute"}), 1)
DEWI = Candidate(3, "Dewi", open_threads=0)
TEAM = [RINA, BUDI, DEWI]

officers = st.builds(
    Candidate,
    user_id=st.integers(1, 50),
    name=st.sampled_from(["Rina", "Budi", "Dewi"]),
    districts=st.frozensets(st.sampled_from([JEKULO, DAWE])),
    topics=st.frozensets(st.sampled_from(["reports", "dispute"])),
    open_threads=st.integers(0, 40),
    is_away=st.booleans(),
    covered_by=st.none() | st.integers(1, 50),
)
teams = st.lists(officers, max_size=8, unique_by=lambda each: each.user_id)


def chosen(team, district=JEKULO, topic="permits"):
    choice = choose(team, district, topic)
    return choice and (choice.officer.name, choice.reason)


def test_the_districts_officer_comes_first_whatever_the_topic():
    assert chosen(TEAM) == ("Rina", Reason.DISTRICT)
    assert chosen(TEAM, topic="dispute") == ("Rina", Reason.DISTRICT)
    assert chosen(TEAM, topic="reports") == ("Rina", Reason.DISTRICT_AND_TOPIC)


def test_of_two_officers_of_a_district_the_one_who_knows_the_topic():
    second = Candidate(4, "Wati", frozenset({JEKULO}), frozenset({"permits"}), 9)
    assert chosen([*TEAM, second]) == ("Wati", Reason.DISTRICT_AND_TOPIC)


def test_a_district_without_an_officer_goes_by_topic_and_then_by_load():
    assert chosen(TEAM, "33.19.01", "dispute") == ("Budi", Reason.TOPIC)
    assert chosen(TEAM, "33.19.01") == ("Dewi", Reason.LOAD)


def test_an_officer_with_far_more_open_threads_is_spared():
    busy = replace(RINA, open_threads=10)
    assert chosen([busy, BUDI, DEWI]) == ("Dewi", Reason.LOAD)
    assert chosen([replace(RINA, open_threads=9), BUDI, DEWI]) == ("Rina", Reason.DISTRICT)


def test_whoever_is_away_gets_nothing_and_their_cover_does():
    away = replace(RINA, is_away=True, covered_by=2)
    choice = choose([away, BUDI, DEWI], JEKULO, "reports")

    assert choice
    assert (choice.officer, choice.reason) == (BUDI, Reason.COVER)
    assert choice.instead_of == "Rina"


def test_a_cover_who_is_away_too_covers_nobody():
    away = replace(RINA, is_away=True, covered_by=2)
    assert chosen([away, replace(BUDI, is_away=True), DEWI]) == ("Dewi", Reason.LOAD)


def test_nobody_is_chosen_while_all_are_away():
    assert choose([replace(each, is_away=True) for each in TEAM], JEKULO, "reports") is None


def test_what_somebody_leaves_goes_to_their_cover_else_as_a_new_question():
    away = replace(RINA, is_away=True, covered_by=3)
    covered = cover_for([away, BUDI, DEWI], 1, JEKULO, "reports")
    assert covered
    assert covered.officer == DEWI

    alone = cover_for([replace(away, covered_by=None), BUDI, DEWI], 1, JEKULO, "dispute")
    assert alone
    assert (alone.officer, alone.reason) == (BUDI, Reason.TOPIC)


@given(teams, st.randoms())
def test_the_same_facts_give_the_same_officer_in_whatever_order(team, chance):
    shuffled = [*team]
    chance.shuffle(shuffled)

    assert choose(team, JEKULO, "reports") == choose(shuffled, JEKULO, "reports")


@given(teams)
def test_nobody_who_is_away_is_ever_chosen(team):
    choice = choose(team, JEKULO, "reports")
    assert (choice is None) is all(each.is_away for each in team)
    assert choice is None or not choice.officer.is_away
