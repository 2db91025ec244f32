"""The chain on plain values: whoever changes one entry breaks it there."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.audit.chain import GENESIS, Harm, Walk, content_of, hash_of, walk


@dataclass(frozen=True)
class Entry:
    number: int
    previous_hash: str
    details: dict = field(default_factory=dict)
    hash: str = ""
    regency: str = "33.19"
    at: datetime = datetime(2026, 11, 23, 3, 42, tzinfo=UTC)
    actor_id: int | None = 1
    actor: str = "Siti Aminah"
    action: str = "report.filed"
    subject: str = "report:1"


def chain(length):
    entries, previous = [], GENESIS
    for number in range(1, length + 1):
        bare = Entry(number, previous, {"receipt": f"LAP-{number}"})
        whole = replace(bare, hash=hash_of(previous, content_of(bare)))
        entries.append(whole)
        previous = whole.hash
    return entries


def followed(entries, end=None):
    last = (end or chain(5))[-1]
    return walk(entries, last.number, last.hash)


def test_an_untouched_chain_is_sound():
    assert followed(chain(5)) == Walk(5)


def test_an_empty_chain_is_sound():
    assert walk([], 0, GENESIS) == Walk(0)


@pytest.mark.parametrize(
    "change",
    [
        {"details": {"receipt": "LAP-9"}}, {"actor": "Somebody"}, {"actor_id": None},
        {"action": "report.reviewed"}, {"subject": "report:2"}, {"regency": "33.20"},
        {"at": datetime(2026, 11, 23, 3, 43, tzinfo=UTC)},
    ],
)  # fmt: skip
def test_a_changed_field_is_found_at_its_entry(change):
    entries = chain(5)
    entries[2] = replace(entries[2], **change)
    assert followed(entries) == Walk(2, Harm.CHANGED, 3)


def test_a_changed_entry_with_a_hash_made_anew_breaks_the_next():
    entries = chain(5)
    forged = replace(entries[2], actor="Somebody")
    entries[2] = replace(forged, hash=hash_of(forged.previous_hash, content_of(forged)))
    assert followed(entries) == Walk(3, Harm.UNLINKED, 4)


def test_a_missing_entry_is_named():
    entries = chain(5)
    del entries[2]
    assert followed(entries) == Walk(2, Harm.MISSING, 3)


def test_entries_that_swapped_their_numbers_are_found():
    entries = chain(5)
    entries[2], entries[3] = replace(entries[3], number=3), replace(entries[2], number=4)
    assert followed(entries) == Walk(2, Harm.UNLINKED, 3)


def anchor(entries, number):
    return number, entries[number - 1].hash


def rewritten(length, since):
    """A whole chain made anew from an entry on, sound in itself."""
    entries, previous = [], GENESIS
    for entry in chain(length):
        actor = "Somebody" if entry.number == since else entry.actor
        bare = replace(entry, previous_hash=previous, actor=actor)
        whole = replace(bare, hash=hash_of(previous, content_of(bare)))
        entries.append(whole)
        previous = whole.hash
    return entries


def test_a_chain_made_anew_is_found_out_by_what_was_kept_elsewhere():
    forged, true = rewritten(5, since=3), chain(5)
    assert walk(forged, 5, forged[-1].hash) == Walk(5)
    kept = [anchor(true, 5), anchor(true, 2), anchor(true, 4)]
    assert walk(forged, 5, forged[-1].hash, kept) == Walk(5, Harm.REWRITTEN, 4)
    assert walk(forged, 5, forged[-1].hash, [anchor(true, 2)]) == Walk(5)


def test_a_shortened_chain_with_a_shortened_head_lacks_what_was_kept():
    short, kept = chain(3), [anchor(chain(5), 4)]
    assert walk(short, 3, short[-1].hash, kept) == Walk(3, Harm.REWRITTEN, 4)
    assert walk([], 0, GENESIS, kept) == Walk(0, Harm.REWRITTEN, 4)


def test_a_chain_that_went_on_still_holds_what_was_kept():
    entries = chain(5)
    assert walk(entries, 5, entries[-1].hash, [anchor(chain(3), 3)]) == Walk(5)


def test_a_cut_tail_is_noticed_by_the_head():
    assert followed(chain(3)) == Walk(3, Harm.CUT, 4)


def test_a_lengthened_tail_is_noticed_by_the_head():
    assert followed(chain(6)) == Walk(6, Harm.CUT, 7)


def test_the_zone_a_moment_is_read_in_does_not_matter():
    entry = chain(1)[0]
    here = entry.at.astimezone(timezone(timedelta(hours=7)))
    assert content_of(replace(entry, at=here)) == content_of(entry)
