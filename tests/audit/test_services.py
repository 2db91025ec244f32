"""Leaving a trace: with the act or not at all, one after the other, never twice the same."""

from datetime import datetime

import pytest
from sqlalchemy import select, text

from app.audit.chain import GENESIS, content_of, hash_of
from app.audit.models import AuditEntry, AuditHead
from app.audit.services import note, record
from app.shared import clock as app_clock
from app.shared.clock import ZONE
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.transactions import write_transaction
from tests.support.parallel import at_once


def numbers(regency="33.19"):
    query = select(AuditEntry.number).where(AuditEntry.regency == regency)
    return db.session.scalars(query.order_by(AuditEntry.number)).all()


def test_an_act_that_fails_leaves_no_trace(app):
    def act():
        with write_transaction():
            note("report.filed", "report:1")
            raise RuleBroken

    with pytest.raises(RuleBroken):
        act()
    assert numbers() == []
    record("report.filed", "report:2")
    assert numbers() == [1]


def test_entries_of_one_act_stand_in_the_order_they_were_noted(app):
    with write_transaction():
        for number in range(3):
            note("report.filed", f"report:{number}")
    query = select(AuditEntry.subject).order_by(AuditEntry.number)
    assert db.session.scalars(query).all() == ["report:0", "report:1", "report:2"]


def test_each_regency_has_a_chain_of_its_own(app, command):
    with write_transaction():
        note("report.filed", "report:1", "33.20")
        note("report.filed", "report:2")
        note("report.filed", "report:3", "33.20")
    assert (numbers("33.19"), numbers("33.20")) == ([1], [1, 2])
    assert command("audit", "verify").exit_code == 0


def test_twenty_writers_at_once_make_one_chain_without_gaps(app, command):
    def write():
        with app.app_context():
            record("report.filed", "report:1", receipt="LAP-1")

    at_once([write] * 20)
    assert numbers() == list(range(1, 21))
    result = command("audit", "verify")
    assert (result.exit_code, result.output) == (0, "33.19: 20 catatan, semua utuh.\n")


def test_details_come_back_as_they_were_hashed(app, command):
    with write_transaction():
        note(
            "report.filed", "report:1", big=10**30, words="é 👍 \"'\\", none=None, nested=[{"a": 1}]
        )
        note("report.filed", "report:2", several=("a", "b"))
    assert command("audit", "verify").exit_code == 0


def test_an_empty_trail_is_sound(app, command):
    assert command("audit", "verify").exit_code == 0


def filled():
    for number in range(1, 6):
        record("report.filed", f"report:{number}")


def spoil(statement):
    db.session.execute(text(statement))
    db.session.commit()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE audit_entry SET actor = 'x' WHERE number = 3",
         "rusak di catatan 3, isinya diubah."),
        ("DELETE FROM audit_entry WHERE number = 2", "rusak di catatan 2, catatan itu hilang."),
        ("DELETE FROM audit_entry WHERE number > 3",
         "rusak di catatan 4, rangkaian tidak berakhir di tempat yang seharusnya."),
        ("DELETE FROM audit_entry",
         "rusak di catatan 1, rangkaian tidak berakhir di tempat yang seharusnya."),
        ("DELETE FROM audit_head",
         "rusak di catatan 6, rangkaian tidak berakhir di tempat yang seharusnya."),
    ],
)  # fmt: skip
def test_whoever_touches_the_trail_is_found_out(app, command, statement, sentence):
    filled()
    spoil(statement)
    result = command("audit", "verify")
    assert result.exit_code == 1
    assert result.output == f"33.19: {sentence}\n"


def rewrite_everything():
    """As somebody who owns the database would: one actor changed, every hash made anew."""
    previous = GENESIS
    for entry in db.session.scalars(select(AuditEntry).order_by(AuditEntry.number)):
        entry.actor = "Orang lain" if entry.number == 3 else entry.actor
        entry.previous_hash = previous
        entry.hash = previous = hash_of(previous, content_of(entry))
    db.session.scalars(select(AuditHead)).one().hash = previous
    db.session.commit()


def test_an_operator_who_kept_the_anchor_finds_a_trail_that_was_written_anew(app, command):
    filled()
    anchor = command("audit", "anchor").output.strip()
    assert anchor.startswith("33.19:5:")
    record("report.filed", "report:6")
    untouched = command("audit", "verify", "--since", anchor)
    assert untouched.exit_code == 0
    assert untouched.output == (
        "33.19: 6 catatan, semua utuh.\n33.19: catatan 5 masih sama dengan jangkarnya.\n"
    )

    rewrite_everything()
    assert command("audit", "verify").exit_code == 0
    forged = command("audit", "verify", "--since", anchor)
    assert forged.exit_code == 1
    assert forged.output == "33.19: rusak di catatan 5, tidak sama dengan jangkarnya.\n"


def test_a_trail_that_vanished_with_its_head_is_missed_by_whoever_kept_the_anchor(app, command):
    filled()
    anchor = command("audit", "anchor").output.strip()
    spoil("DELETE FROM audit_entry")
    spoil("DELETE FROM audit_head")

    assert command("audit", "verify").exit_code == 0
    gone = command("audit", "verify", "--since", anchor)
    assert (gone.exit_code, gone.output) == (
        1, "33.19: rusak di catatan 5, tidak sama dengan jangkarnya.\n",
    )  # fmt: skip


def test_every_regency_has_an_anchor_of_its_own(app, command):
    with write_transaction():
        note("report.filed", "report:1", "33.20")
        note("report.filed", "report:2")
    lines = command("audit", "anchor").output.splitlines()
    assert [line[:8] for line in lines] == ["33.19:1:", "33.20:1:"]
    both = command("audit", "verify", "--since", lines[0], "--since", lines[1])
    assert both.exit_code == 0
    crossed = lines[0].replace("33.19", "33.20")
    assert command("audit", "verify", "--since", crossed).exit_code == 1


@pytest.mark.parametrize("text", ["", "5", "33.19:5:abc", "33.19:0:" + "0" * 64])
def test_what_is_no_anchor_is_refused_before_anything_is_read(app, command, text):
    refused = command("audit", "verify", "--since", text)
    assert refused.exit_code == 2
    assert "bukan baris dari flask audit anchor" in refused.output


def test_a_moment_far_from_utc_does_not_break_the_chain(app, command, clock):
    clock(datetime(2026, 12, 31, 23, 59, 59, 999_999, tzinfo=ZONE))
    record("report.filed", "report:1")
    assert app_clock.today().year == 2026
    assert command("audit", "verify").exit_code == 0


def test_the_head_remembers_the_newest_entry(app):
    filled()
    head = db.session.scalars(select(AuditHead)).one()
    last = db.session.get_one(AuditEntry, ("33.19", 5))
    assert (head.number, head.hash) == (5, last.hash)
