"""What people type about themselves, read generously and stored one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts.devices import device_name
from app.accounts.typed.addresses import own_address
from app.accounts.typed.codes import ALPHABET, LENGTH, lookup_of, new_code, read_code, spelled
from app.accounts.typed.phones import read_phone
from app.accounts.typed.usernames import is_username, suggest_username


@pytest.mark.parametrize(
    "typed",
    ["081229004417", "0812 2900 4417", "+62 812-2900-4417", "6281229004417", "(0812)29004417"],
)
def test_one_number_in_every_spelling(typed):
    assert read_phone(typed) == "+6281229004417"


@pytest.mark.parametrize(
    "typed", ["", "bendahara", "0812", "bendahara2", "99999999999999999", "1234567890123"]
)
def test_what_is_no_number_is_none(typed):
    assert read_phone(typed) is None


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_a_code_survives_spelling_and_reading(code):
    assert read_code(spelled(code)) == code
    assert read_code(f" {spelled(code).lower()} ") == code


@given(st.text())
def test_whatever_is_typed_is_a_code_or_none(typed):
    code = read_code(typed)
    assert code is None or (len(code) == LENGTH and set(code) <= set(ALPHABET))


@pytest.mark.parametrize(
    ("typed", "code"),
    [("OOOO-IIII-LLLL", "000011111111"), ("ABCD-EFGH-JKMU", None), ("ABCD-EFGH-JKM", None)],
)
def test_letters_that_look_like_digits_are_digits(typed, code):
    assert read_code(typed) == code


def test_new_codes_differ_and_never_hold_doubtful_letters():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert not set("ILOU") & set("".join(codes))


def test_the_stored_code_depends_on_the_key():
    assert lookup_of("KDS7M4QX92TP", "one key") != lookup_of("KDS7M4QX92TP", "another")


@pytest.mark.parametrize("address", ["/k/", "/akun?a=1&b=/x", "/d/koperasi?q=a%20b#atas"])
def test_own_pages_are_gone_to(address):
    assert own_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["", None, "k/", "//evil", "///evil", "/\\evil", "\\\\evil", "https://evil", "javascript:x",
     "/\tx", "/\r\nSet-Cookie: a=b", " /k/", "/" + "a" * 3000],
)  # fmt: skip
def test_nobody_is_sent_elsewhere(address):
    assert own_address(address) is None


@pytest.mark.parametrize(
    ("name", "username"),
    [("Hj. Sri Wahyuni, S.E.", "sri.wahyuni"), ("Hartono", "hartono"), ("Drs. H. M. Nur", "m.nur"),
     ("Nur'aini Zahra Putri", "nuraini.zahra"), ("Éva", "eva"), ("李", "orang"), ("A", "orang")],
)  # fmt: skip
def test_a_username_is_made_from_a_name(name, username):
    assert suggest_username(name) == username
    assert is_username(username)


def test_a_taken_username_gets_a_number():
    assert suggest_username("Hartono", frozenset({"hartono", "hartono2"})) == "hartono3"


@pytest.mark.parametrize(
    "text", ["ab", "081234567", "Sri", "sri wahyuni", "-sri", "sri.", "a" * 61]
)
def test_what_is_no_username(text):
    assert not is_username(text)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 13; SM-A045F) Chrome/120.0 Mobile Safari/537.36",
         "Chrome di HP Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge di Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Version/16.0 Safari/604.1",
         "Safari di iPhone"),
        ("curl/8", ""),
    ],
)  # fmt: skip
def test_a_phone_is_called_what_its_owner_would_call_it(agent, name):
    assert device_name(agent) == name
