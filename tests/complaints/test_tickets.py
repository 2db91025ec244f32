"""Tickets: readable, made from the form's key, and kept as a print that tells nothing."""

import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.complaints.tickets import (
    ALPHABET,
    LENGTH,
    family_of,
    lookup_of,
    read_ticket,
    spelled,
    ticket_of,
)

KEY = uuid.UUID(int=7)


@given(st.uuids())
def test_a_ticket_holds_no_sign_that_looks_like_another(key):
    ticket = ticket_of(key, "secret")

    assert re.fullmatch(rf"[{ALPHABET}]{{{LENGTH}}}", ticket)
    assert not set("01OIL") & set(ticket)


@given(st.uuids(), st.sampled_from([str.lower, str.upper, str.title]))
def test_a_ticket_is_read_however_it_is_spelled(key, written):
    ticket = ticket_of(key, "secret")

    assert read_ticket(f"  {written(spelled(ticket)).replace('-', ' ')} ") == ticket


@pytest.mark.parametrize(
    "typed", ["", "K7QM", "0" * 12, "K7QM-4XA8-92TPX", "K7QM 4XA8 92T!", "é" * 12]
)
def test_what_is_no_ticket_is_not_looked_for(typed):
    assert read_ticket(typed) is None


def test_the_same_form_gives_the_same_ticket_and_no_other_form_does():
    others = {ticket_of(uuid.uuid4(), "secret") for _ in range(500)}

    assert ticket_of(KEY, "secret") == ticket_of(KEY, "secret")
    assert ticket_of(KEY, "secret") not in others
    assert len(others) == 500


def test_without_the_secret_neither_ticket_nor_print_can_be_made():
    ticket = ticket_of(KEY, "secret")

    assert ticket_of(KEY, "other") != ticket
    assert lookup_of(ticket, "other") != lookup_of(ticket, "secret")


def test_what_is_kept_holds_nothing_of_the_ticket():
    ticket = ticket_of(KEY, "secret")

    assert ticket.lower() not in lookup_of(ticket, "secret")
    assert ticket[:4].lower() not in family_of(ticket, "secret")[:4]


def test_tickets_that_begin_alike_are_counted_together():
    assert family_of("K7QM4XA892TP", "s") == family_of("K7QMAAAAAAAA", "s")
    assert family_of("K7QM4XA892TP", "s") != family_of("K7QN4XA892TP", "s")
