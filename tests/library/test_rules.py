"""Rules of the library on plain values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.content import Content, packed, unpacked
from app.library.difference import Sort, compared, is_changed
from app.library.kinds import SOON, Kind, Validity, validity
from app.library.slugs import LONGEST, RESERVED, slug_of

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2032, 1, 1))
WORDS = st.text(alphabet="abc \n", max_size=60)


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, Validity.HOLDS),
        (TODAY, None, Validity.HOLDS),
        (TODAY + DAY, None, Validity.COMING),
        (None, TODAY - DAY, Validity.OVER),
        (None, TODAY, Validity.ENDING),
        (None, TODAY + SOON, Validity.ENDING),
        (None, TODAY + SOON + DAY, Validity.HOLDS),
        (TODAY + DAY, TODAY + 2 * DAY, Validity.COMING),
    ],
)
def test_an_article_holds_through_its_last_day(since, until, said):
    assert validity(since, until, TODAY) is said


@given(WORDS, WORDS)
def test_a_difference_holds_all_of_both_texts(old, new):
    pieces = [piece for paragraph in compared(old, new) for piece in paragraph]

    def told(*sorts):
        return "".join(piece.text for piece in pieces if piece.sort in sorts).replace("\n", "")

    assert told(Sort.SAME, Sort.GONE) == old.replace("\n", "")
    assert told(Sort.SAME, Sort.NEW) == new.replace("\n", "")


@given(WORDS)
def test_the_same_text_has_no_difference(text):
    assert not any(is_changed(paragraph) for paragraph in compared(text, text))


def test_within_a_paragraph_only_the_words_that_changed_are_marked():
    (paragraph,) = compared(
        "Paling lambat tanggal 15 Oktober.", "Paling lambat tanggal 20 Oktober."
    )

    assert [(piece.sort, piece.text.strip()) for piece in paragraph] == [
        (Sort.SAME, "Paling lambat tanggal"),
        (Sort.GONE, "15"),
        (Sort.NEW, "20"),
        (Sort.SAME, "Oktober."),
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kapan RAT harus diadakan?", "kapan-rat-harus-diadakan"),
        ("  ??  ", "informasi"),
        ("Pengumuman", "pengumuman-2"),
        ("Café & Résumé", "cafe-resume"),
    ],
)
def test_an_address_comes_from_the_title(title, slug):
    assert slug_of(title) == slug


@given(st.text(max_size=200), st.integers(0, 4))
def test_an_address_is_short_plain_and_new(title, before):
    taken = set()
    for _each in range(before + 1):
        slug = slug_of(title, taken)
        assert slug not in taken | RESERVED
        assert len(slug) <= LONGEST + 3
        assert slug.replace("-", "").isalnum()
        assert slug.isascii()
        taken.add(slug)


@given(st.lists(st.sampled_from(["18", "42", "KDMP", "savings_loan"]), unique=True))
def test_codes_are_packed_so_that_each_can_be_found(codes):
    column = packed(codes)

    assert unpacked(column) == tuple(codes)
    assert all(f",{code}," in column for code in codes)


@given(st.text(max_size=40), DAYS, DAYS, st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_content_survives_its_json(text, since, until, words):
    said = Content("Judul", Kind.FAQ, text, text, keywords=tuple(words), valid_from=since,
                   valid_until=until)  # fmt: skip
    again = Content.from_json(said.as_json())

    assert again == said
    assert again.hash == said.hash
