"""Which answers best, and which sentence of it. Plain values only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.words.meaning import Concept
from app.search.words.passages import CUT, LONGEST, Span, marked, passage
from app.search.words.ranking import all_in, ranked, rarity, score, sought_in, weights, written
from app.search.words.stems import stem

WORDS = st.text("abcdefgh", min_size=2, max_size=6)


def test_a_title_says_more_than_keywords_a_summary_or_a_body():
    told = weights("pinjaman", "tabungan", "neraca", "rapat " + "kata " * 30)
    assert told["pinjam"] > told["tabung"] > told["neraca"] > told["rapat"]


def test_in_a_long_text_each_word_says_less():
    short, long = weights("", "", "", "neraca"), weights("", "", "", "neraca " + "toko " * 2000)
    assert short["neraca"] > long["neraca"] >= 1


@given(st.lists(WORDS), st.lists(WORDS))
def test_weights_are_whole_and_bounded_and_kept_without_loss(title, body):
    told = weights(" ".join(title), "", "", " ".join(body))
    assert all(1 <= each <= 99 for each in told.values())
    assert all_in(written(told)) == told


def test_no_repetition_makes_a_weight_too_long():
    assert weights("neraca " * 5000, "", "", "") == {"neraca": 99}


def test_rare_words_say_more():
    assert rarity(1, 100) > rarity(50, 100) > rarity(100, 100) > 0
    assert rarity(0, 0) > 0


RARE = dict.fromkeys(("a", "b", "por"), 1000)


def of(told, *concepts):
    return score(written(told), sought_in(concepts, RARE, 2000))


def worth(told, *words):
    return of(told, *(Concept(((word, 100),)) for word in words))


def test_what_answers_more_of_a_question_is_worth_more():
    assert worth({"a": 60, "b": 10}, "a", "b") > worth({"a": 75}, "a", "b")
    assert worth({}, "a") == 0
    assert worth({"z": 50}, "z") > worth({"a": 50}, "a"), "a word nobody knows is the rarest"


def test_a_part_of_a_word_is_not_taken_for_the_word():
    assert worth({"lapor": 70, "por": 3}, "por") == worth({"por": 3}, "por") == 3 * 1000 * 100
    assert worth({"lapor": 70}, "por") == worth({"lapor": 70}, "lap") == 0


def test_of_several_stems_of_a_word_the_best_counts_once():
    both = Concept((("a", 100), ("b", 80)))
    assert of({"a": 50, "b": 50}, both) == of({"a": 50}, both) > of({"b": 50}, both) > 0


def test_equal_worth_is_put_in_order_by_name_and_nothing_is_left_out_but_nothing():
    assert ranked([(5, "b"), (5, "a"), (9, "c"), (0, "d")]) == ["c", "a", "b"]
    assert ranked([(5, "b"), (9, "c"), (3, "a")], share=50) == ["c", "b"]
    assert ranked([], share=50) == []


ASKED = {"lambat": 900, "lapor": 100}
TEXT = "Isi dari HP. Laporan yang terlambat tetap diterima! Kirim laporan hari ini."


def test_the_sentence_that_answers_is_shown_with_its_words_marked():
    assert passage((TEXT,), ASKED) == (
        Span("Laporan", is_match=True),
        Span(" yang "),
        Span("terlambat", is_match=True),
        Span(" tetap diterima!"),
    )


@pytest.mark.parametrize("word", ["pengiriman", "Menyetor", "memimpin", "terlambatnya", "menulis"])
def test_every_form_of_a_word_is_met(word):
    asked = {stem(word.lower()): 1}
    assert passage((f"Nihil. Soal {word} itu.",), asked)[1] == Span(word, is_match=True)


def test_where_nothing_answers_the_first_sentence_stands():
    assert passage(("", TEXT), {"rapat": 1}) == (Span("Isi dari HP."),)
    assert passage(("", ""), ASKED) == ()


def test_a_long_sentence_is_cut_between_words_around_what_was_asked():
    long = "awal " * 60 + "terlambat " + "akhir " * 60
    spans = passage((long,), ASKED)
    text = "".join(span.text for span in spans)
    assert (text[:5], text[-6:]) == (f"{CUT}awal", f"akhir{CUT}")
    assert len(text) <= LONGEST + 2
    assert Span("terlambat", is_match=True) in spans


@given(st.text(max_size=80))
def test_marking_changes_no_letter(text):
    assert "".join(span.text for span in marked(text, ASKED)) == text


@given(st.text(max_size=900))
def test_a_passage_is_never_too_long_and_is_a_part_of_the_text(text):
    shown = "".join(span.text for span in passage((text,), ASKED))
    assert len(shown) <= LONGEST + 2 * len(CUT)
    assert shown.strip(CUT).strip() in text
