"""What is in a copy is believed only where a phone of ours could have written it."""

import pytest

from app.rescue.bundle import MOST_ITEMS, bundle_of
from app.rescue.envelope import Fault, Unopened
from tests.support import copies

PAGE = "/k/laporan/x/isi/simpanan"
ITEM = copies.item(PAGE, {"cash": "1"})
DRAFT = copies.draft(PAGE, [("cash", "text", "1")])


def fault_of(told):
    with pytest.raises(Unopened) as refused:
        bundle_of(told)
    return refused.value.fault


def test_what_waits_for_the_rest_goes_last_and_drafts_after_it():
    sending = copies.item("/k/laporan/x/kirim", {"declared": "yes"}, waits=True)
    bundle = bundle_of(copies.work(7, sending, ITEM, drafts=(DRAFT,)))
    assert [(each.waits, each.is_draft) for each in bundle.items] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_a_draft_is_what_its_page_would_have_saved_under_the_same_key_each_time():
    fields = [
        ("version", "hidden", "3"),
        ("tk_1", "radio", "yes=false"),
        ("tk_1", "radio", "no=true"),
        ("cash", "text", "1.250"),
    ]
    told = copies.work(7, drafts=(copies.draft(PAGE, fields),))
    (first,), (again,) = bundle_of(told).items, bundle_of(told).items
    assert dict(first.entries) == {"version": "3", "tk_1": "no", "cash": "1.250", "autosave": "1"}
    assert first.key == again.key
    later = copies.work(7, drafts=(copies.draft(PAGE, fields, rev="r2"),))
    assert bundle_of(later).items[0].key != first.key


def test_a_token_against_forged_forms_is_not_taken_over():
    told = copies.work(7, copies.item(PAGE, {"csrf_token": "t", "cash": "1"}))
    assert bundle_of(told).items[0].entries == (("cash", "1"),)


@pytest.mark.parametrize("moment", [10**30, -(10**18), "gestern", None, True, 1.5])
def test_a_clock_that_says_anything_is_no_damage(moment):
    told = copies.work(7, {**ITEM, "created": moment})
    assert bundle_of(told).items[0].written is None


@pytest.mark.parametrize("told", [None, [], "x", 5, {}, {"uid": 7}, {"uid": 7, "items": 5}])
def test_another_shape_is_damage(told):
    assert fault_of(told) == Fault.DAMAGED


@pytest.mark.parametrize("user_id", [0, -1, 2**31, 2**80, "7", None, True, 7.0, [7]])
def test_a_person_who_cannot_be_is_damage(user_id):
    assert fault_of(copies.work(user_id, ITEM)) == Fault.DAMAGED


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "no key"},
        {"id": 5},
        {"path": "https://elsewhere.example/k"},
        {"path": "/" + "a" * 400},
        {"path": None},
        {"group": {}},
        {"entries": None},
        {"entries": [["cash"]]},
        {"entries": [["cash", "1", "2"]]},
        {"entries": [["cash", 1]]},
        {"entries": [["cash", "1\0"]]},
        {"entries": [["cash", "\ud800"]]},
    ],
)
def test_an_item_no_phone_would_write_is_damage(changes):
    assert fault_of(copies.work(7, {**ITEM, **changes})) == Fault.DAMAGED


@pytest.mark.parametrize("changes", [{"rev": None}, {"entries": [["cash", "1"]]}, {"path": "x"}])
def test_a_draft_no_phone_would_write_is_damage(changes):
    assert fault_of(copies.work(7, drafts=({**DRAFT, **changes},))) == Fault.DAMAGED


def test_more_than_a_phone_ever_holds_is_too_large():
    assert fault_of(copies.work(7, *[ITEM] * (MOST_ITEMS + 1))) == Fault.LARGE
