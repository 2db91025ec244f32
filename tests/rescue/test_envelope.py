"""A copy is closed by the phone's own JavaScript, opened by the server, and by nobody else."""

import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from app.offline import rescue_key, shell
from app.offline.rescue_key import encoded, point_of
from app.rescue.envelope import MOST_BYTES, MOST_TOLD, Fault, Unopened, opened
from app.settings import ROOT
from tests.support import copies

NODE = Path(sys.executable).parent / "node"
SOURCE = ROOT / "app/assets/js/rescue/envelope.js"
CLOSE = """const { sealedFor } = await import(process.argv[1]);
const [, , point, told, ...files] = process.argv;
const inside = files.map((file) => Buffer.from(file, 'base64'));
process.stdout.write(await sealedFor(point, JSON.parse(told), inside));"""
TOLD = {"uid": 7, "items": [], "drafts": [], "note": "Rp 1.250.000 – “simpanan” ✓"}
MINE = copies.new_key()


def closed_by_a_phone(told, *files):
    point = encoded(point_of(MINE.public_key()))
    words = [NODE, "--input-type=module", "-e", CLOSE, SOURCE.as_uri(), point, json.dumps(told)]
    words += [base64.b64encode(each).decode() for each in files]
    ran = subprocess.run(words, capture_output=True, check=True, timeout=120)  # noqa: S603
    return ran.stdout


def fault_of(content, key=MINE):
    with pytest.raises(Unopened) as refused:
        opened(content, key)
    return refused.value.fault


def changed(content, **words):
    return json.dumps({**json.loads(content), **words}).encode()


def test_what_the_phone_closes_the_dinas_opens_and_nobody_reads_on_the_way():
    content = closed_by_a_phone(TOLD)
    assert opened(content, MINE) == (TOLD, b"")
    assert content.isascii()
    assert b"simpanan" not in content
    assert content != closed_by_a_phone(TOLD)


def test_files_of_any_bytes_come_after_what_is_told_of_them():
    one, two = bytes(range(256)) * 200, b"\n{}\n"
    assert opened(closed_by_a_phone(TOLD, one, two), MINE) == (TOLD, one + two)


def test_more_words_than_a_phone_ever_holds_are_not_read():
    assert fault_of(copies.closed({**TOLD, "note": "a" * MOST_TOLD}, MINE)) == Fault.LARGE


@pytest.mark.parametrize("many", [b'{"a":""},', b"[],", b"{},"])
def test_a_header_that_would_fill_the_memory_is_not_read(many):
    assert fault_of(b'{"format": [' + many * 100_000 + b"0]}") == Fault.STRANGE


def test_a_header_in_another_alphabet_is_strange_and_no_fault_of_ours():
    text = copies.closed(TOLD, MINE).decode()
    assert fault_of(text.encode("utf-16")) == Fault.STRANGE


def test_another_key_opens_nothing_and_is_told_apart_from_damage():
    other = copies.new_key()
    content = copies.closed(TOLD, MINE)
    assert fault_of(content, other) == Fault.OTHER_KEY
    forged = changed(content, key=rescue_key.mark_of(point_of(other.public_key())))
    assert fault_of(forged, other) == Fault.DAMAGED


@pytest.mark.parametrize("part", ["from", "salt", "iv", "data"])
def test_one_changed_letter_anywhere_is_damage(part):
    content = copies.closed(TOLD, MINE)
    word = json.loads(content)[part]
    other = "A" if word[5] != "A" else "B"
    assert fault_of(changed(content, **{part: word[:5] + other + word[6:]})) == Fault.DAMAGED


@pytest.mark.parametrize("part", ["from", "salt", "iv", "data"])
@pytest.mark.parametrize("word", ["", "AAAA", "ä", "A", 5, None, ["AAAA"], "A" * 100_001])
def test_parts_of_any_other_shape_are_damage(part, word):
    assert fault_of(changed(copies.closed(TOLD, MINE), **{part: word})) == Fault.DAMAGED


def test_a_point_beside_the_curve_is_damage():
    beside = encoded(b"\x04" + b"\x01" * 64)
    assert fault_of(changed(copies.closed(TOLD, MINE), **{"from": beside})) == Fault.DAMAGED


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b" \n ", Fault.EMPTY),
        (b"{}", Fault.STRANGE),
        (b"[1]", Fault.STRANGE),
        (b"\xff\xd8\xff\xe0 a photo", Fault.STRANGE),
        (b"[" * 100_000, Fault.STRANGE),
        (b"1" * 5_000, Fault.STRANGE),
        (b"{" + b" " * MOST_BYTES + b"}", Fault.LARGE),
    ],
)
def test_what_is_no_copy_is_told_by_kind(content, fault):
    assert fault_of(content) == fault


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_a_copy_of_another_form_is_said_to_be_that(version):
    assert fault_of(copies.closed(TOLD, MINE, version=version)) == Fault.OLDER


@pytest.mark.parametrize("inside", [b"no json", b"[" * 100_000, b"\xff"])
def test_a_well_closed_copy_of_nonsense_is_damage(inside):
    assert fault_of(copies.closed(inside, MINE)) == Fault.DAMAGED


@pytest.mark.either_database
def test_the_key_may_stand_on_one_line_or_on_several(app, key):
    del key
    on_one_line = copies.as_setting(MINE)
    for text in (on_one_line, on_one_line.replace("\\n", "\n")):
        assert rescue_key._read(text).private_numbers() == MINE.private_numbers()
    copies.set_up(app, MINE)
    assert rescue_key.public_point() == encoded(point_of(MINE.public_key()))


@pytest.mark.either_database
def test_phones_fetch_their_pages_anew_when_the_key_changes(app, key):
    del key
    before = shell.build.__wrapped__()
    copies.set_up(app, copies.new_key())
    assert shell.build.__wrapped__() != before


@pytest.mark.either_database
@pytest.mark.parametrize("wrong", [ec.SECP384R1(), None])
def test_a_key_of_another_kind_offers_nothing_to_phones(app, wrong):
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    copies.set_up(app, copies.new_key(wrong) if wrong else generate_private_key(65537, 2048))
    with pytest.raises(rescue_key.WrongKey):
        rescue_key.private_key()
    assert rescue_key.public_point() == ""
