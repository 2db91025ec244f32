"""Who may find what: the keys against the rule in plain words."""

from hypothesis import given
from hypothesis import strategies as st

from app.search.documents import Audience, Document

AREAS = st.sampled_from(["", "33", "33.19", "33.19.02", "33.19.02.2001", "33.18", "31"])
MAYBE = st.none() | st.integers(1, 3)


def lies_within(code: str, area: str) -> bool:
    return not area or code == area or code.startswith(f"{area}.")


def may_find(document: Document, who: Audience) -> bool:
    """The rule."""
    if not document.owner:
        above, below = lies_within(who.area, document.scope), lies_within(document.scope, who.area)
        return above or below
    if who.oversees is not None and lies_within(document.scope, who.oversees):
        return True
    if document.only_for is not None:
        return document.only_for == who.user_id
    return document.owner == str(who.cooperative_id)


@given(AREAS, st.sampled_from(["", "1", "2"]), MAYBE, AREAS, MAYBE, MAYBE, st.none() | AREAS)
def test_a_key_opens_exactly_what_the_rule_says(
    scope, owner, only_for, area, cooperative_id, user_id, oversees
):
    document = Document("thread", "1", "/", "", scope=scope, owner=owner, only_for=only_for)
    who = Audience(area, cooperative_id, user_id, oversees)
    assert bool(set(document.keys) & set(who.keys)) == may_find(document, who)


def test_no_key_is_a_word_that_anybody_could_write():
    assert all(key.startswith("@") for key in Document("article", "1", "/", "").keys)
