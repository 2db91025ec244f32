"""Passwords: kept so that they cannot be read, judged so that they cannot be guessed."""

import time

import pytest

from app.accounts.passwords import (
    fault_of,
    hash_password,
    is_password,
    renewed_hash,
    suggestion,
)

WEAK = "Kata sandi ini terlalu mudah ditebak."


def test_a_hash_is_argon2id_with_nineteen_megabytes():
    hashed = hash_password("kursi-hujan-sepeda")
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert is_password(hashed, "kursi-hujan-sepeda")
    assert not is_password(hashed, "Kursi-hujan-sepeda")
    assert hashed != hash_password("kursi-hujan-sepeda")


def test_accents_typed_on_another_keyboard_are_the_same_password():
    assert is_password(hash_password("cafe\u0301 kopi susu"), "caf\u00e9 kopi susu")


@pytest.mark.parametrize("stored", [None, "", "not a hash", "$argon2id$broken"])
def test_nobodys_password_never_fits(stored):
    assert not is_password(stored, "")
    assert not is_password(stored, "anything")


def test_an_unknown_name_takes_as_long_as_a_known_one():
    """CPU time of this thread, so that a busy machine does not matter; a tenth gives it away."""
    known = hash_password("kursi-hujan-sepeda")
    is_password(None, "warm up")

    def spent(stored):
        start = time.thread_time()
        for _ in range(5):
            is_password(stored, "wrong horse")
        return time.thread_time() - start

    assert spent(None) > spent(known) / 10


def test_only_old_parameters_are_renewed():
    assert renewed_hash(hash_password("kursi-hujan-sepeda"), "kursi-hujan-sepeda") is None


@pytest.mark.parametrize(
    "password",
    ["bismillah", "Bismillah99", "KOPERASI2026", "koperasi-kudus", "indonesiaraya", "12345678",
     "qwertyuiop", "aaaaaaaa", "sayangku123", "password1", "siti aminah", "sumberrejeki"],
)  # fmt: skip
def test_what_everybody_chooses_is_refused(app, password):
    with app.test_request_context():
        assert fault_of(password, ("bendahara", "Siti Aminah", "KSP Sumber Rejeki")).startswith(
            WEAK
        )


@pytest.mark.parametrize(
    "password",
    ["kursi-hujan-sepeda", "demo-koperasi-2026", "Gajah7!Lompat", "x" * 3 + "Qw9#zL2p" * 20],
)
def test_what_is_hard_to_guess_is_taken(app, password):
    with app.test_request_context():
        assert fault_of(password, ("bendahara", "Siti Aminah")) == ""


def test_too_short_and_too_long_are_said(app):
    with app.test_request_context():
        assert "paling sedikit 8" in fault_of("pendek!")
        assert "paling banyak 200" in fault_of("x" * 201)


def test_every_suggestion_would_be_taken(app):
    with app.test_request_context():
        made = {suggestion() for _ in range(50)}
        assert len(made) == 50
        assert all(fault_of(each) == "" for each in made)
