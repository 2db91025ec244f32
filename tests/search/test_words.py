"""Words of everyday Indonesian: taken apart, brought home, forgiven. Plain values only."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.words.everyday import everyday
from app.search.words.language import language
from app.search.words.meaning import meant, misspoken, says_nothing, sought, spoken
from app.search.words.nearest import distance, grams, nearest
from app.search.words.plain import plain
from app.search.words.stems import _snowball, stem
from app.search.words.tokens import tokens

FAMILIES = {
    "kirim": "kirim mengirim mengirimkan dikirim pengiriman kiriman terkirim",
    "lapor": "lapor laporan laporannya melapor melaporkan dilaporkan pelaporan",
    "terima": "terima menerima diterima penerimaan",
    "tagih": "tagih menagih ditagih penagihan tagihan",
    "kembali": "kembali dikembalikan pengembalian mengembalikan",
    "pinjam": "pinjam pinjaman meminjam dipinjam peminjam",
    "lambat": "lambat terlambat keterlambatan",
    "perbaiki": "memperbaiki diperbaiki perbaikan",
    "diri": "mendirikan pendirian didirikan berdiri",
    "anggota": "anggota keanggotaan anggotanya",
}


def test_text_becomes_plain_words():
    assert tokens("Ma’mūr, Rp1.250 & e-KOPERASI!") == ["mamur", "rp1", "250", "e", "koperasi"]
    assert tokens("anggota2 tolooong RT2 k2") == ["anggota", "tolong", "rt2", "k2"]
    assert tokens("… — ¿ ?") == []


@given(st.text())
def test_any_text_gives_words_of_small_letters_and_digits_only(text):
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in tokens(text))


@pytest.mark.parametrize("root", FAMILIES)
def test_a_family_has_one_stem(root):
    assert {stem(word) for word in FAMILIES[root].split()} == {root}


def test_threads_do_not_disturb_each_other():
    words = sorted({word for family in FAMILIES.values() for word in family.split()})
    alone = [_snowball(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        together = threads.map(lambda _: [_snowball(word) for word in words], range(80))
    assert all(each == alone for each in together)


def test_no_root_is_named_twice_and_no_synonym_is_for_nothing():
    roots = language().roots
    assert len(roots) == len(set(roots))
    same = language().same
    assert not {typed for typed, written in same.items() if not written}
    listed = {*same, *roots, *language().stop, *(word for all_ in same.values() for word in all_)}
    assert not {word for word in listed if tokens(word) != [word]}, "words as tokens() gives them"
    assert not {typed for typed in language().same if says_nothing(typed)}


@pytest.mark.parametrize(
    ("spoken_so", "written_so"),
    [
        ("minjem", "pinjam"), ("pinjem", "pinjam"), ("ngirimin", "kirim"), ("nyetor", "setor"),
        ("nyari", "cari"), ("nulis", "tulis"), ("laporin", "lapor"), ("ngecek", "cek"),
        ("bayarken", "bayarkan"), ("laporane", "laporan"), ("ketinggal", "tertinggal"),
    ],
)  # fmt: skip
def test_everyday_forms_lead_to_written_ones(spoken_so, written_so):
    assert written_so in everyday(spoken_so)
    assert spoken_so not in everyday(spoken_so)


def test_mistakes_are_forgiven_by_length():
    known = {"koperasi": 40, "pinjam": 20, "simpan": 10, "lapor": 30}
    assert nearest("kopersi", known) == "koperasi"
    assert nearest("koprsi", known) is None, "two mistakes in a short word are too many"
    assert nearest("kpoerasi", known) == "koperasi"
    assert nearest("simpn", known) == "simpan"
    assert nearest("laor", known) is None, "of four letters anything may have been meant"
    assert nearest("12345", known) is None


def test_of_two_equally_near_the_more_alike_then_the_commoner_is_taken():
    assert nearest("simpar", {"simpan": 1, "simpas": 2}) == "simpas"
    assert nearest("gambah", {"tambah": 9, "gambar": 1}) == "gambar"


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_a_distance(one, other):
    far = distance(one, other, 9)
    assert far == distance(other, one, 9)
    assert (far == 0) == (one == other)
    assert abs(len(one) - len(other)) <= far <= max(len(one), len(other))


@given(st.text("abcde", min_size=1, max_size=9))
def test_a_word_has_as_many_pieces_as_places(word):
    assert 1 <= len(grams(word)) <= len(word) + 1


def test_a_question_keeps_what_says_something():
    assert spoken("Pak, gimana sih caranya bayar simpanan pokok?") == ["bayar", "simpanan", "pokok"]
    assert spoken("apakah ini bisa ya pak") == []


def of(word, known, near=lambda _word: None):
    (concept,) = meant([word], known, near)
    return concept


def test_a_word_brings_what_is_written_for_it():
    assert dict(of("telat", {"lambat": 3}).stems) == {"telat": 100, "lambat": 80, "tenggat": 80}
    assert of("duitnya", {}).stems[0] == ("duit", 100)
    assert ("uang", 80) in of("duitnya", {}).stems


def test_a_spoken_form_is_taken_silently_a_mistyped_one_is_told():
    assert (
        of("minjem", {"pinjam": 5}).stems == (("minjem", 100), ("pinjam", 95), ("pinjaman", 80))[:2]
    )
    guessed = of("koperrasi", {}, lambda _word: "koperasi")
    assert guessed.meant == "koperasi"
    assert dict(guessed.stems) == {"koperrasi": 100, "koperasi": 60}


def test_what_is_typed_for_other_words_may_be_mistyped_too():
    assert misspoken("telatt") == "telat"
    assert misspoken("kalimantan") is None
    guessed = of("telatt", {"lambat": 3}, misspoken)
    assert (guessed.meant, dict(guessed.stems)["lambat"]) == ("telat", 60)


def test_everything_a_word_may_be_found_under_is_asked_at_once():
    assert {"minjem", "pinjam"} <= set(sought("minjem"))
    assert {"telat", "lambat", "tenggat"} <= set(sought("telat"))


def test_marks_of_a_text_are_not_its_words():
    text = "## Judul\n\n- **Tebal** [tautan](/informasi/x)\n1. `kode`\n\n"
    text += "| a | b |\n|---|---|\n| c | d |"
    assert plain(text).split() == ["Judul", "Tebal", "tautan", "kode", "·", "a", "·", "b", "·",
                                   "·", "c", "·", "d", "·"]  # fmt: skip
