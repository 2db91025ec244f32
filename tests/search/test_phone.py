"""The phone understands words as the server does, and holds a small file for it."""

import gzip
import json
import random
from dataclasses import replace
from datetime import date

import pytest
import snowballstemmer

from app.search import services
from app.search.documents import Document
from app.search.phone import phone_file
from app.search.words.everyday import everyday
from app.search.words.language import language
from app.search.words.stems import _forms, stem
from app.search.words.tokens import tokens
from app.shared.transactions import write_transaction
from tests.phone.node import ask
from tests.support.articles import articles, questions

MOST_BYTES = 60 * 1024
BLANK = json.dumps(
    {
        "words": "",
        "documents": [],
        "language": {
            "stop": " ".join(language().stop),
            "roots": " ".join(language().roots),
            "same": {typed: " ".join(written) for typed, written in language().same.items()},
        },
    }
)
BEGINNINGS = (
    "di",
    "ke",
    "me",
    "mem",
    "men",
    "meng",
    "meny",
    "pe",
    "pem",
    "pen",
    "peng",
    "per",
    "ber",
)
ENDINGS = ["", "kan", "an", "i", "nya", "lah", "kah", "pun", "ku", "mu", "kannya", "annya"]


def every_word() -> list[str]:
    """All words of articles and questions, all forms of the roots, and some that never were."""
    texts = [f"{each.title} {each.summary} {each.body}" for each in articles()]
    found = {word for text in texts for word in tokens(text)}
    found |= {word for each in questions() for word in tokens(each["question"])}
    found |= {form for root in language().roots[::3] for form in _forms(root)}
    dice = random.Random(1)  # noqa: S311
    for _ in range(3000):
        middle = "".join(
            dice.choices("abcdefghijklmnopqrstuvwxyz", [6, 1, 1, 1, 6] + [1] * 21, k=5)
        )
        found.add(dice.choice(BEGINNINGS) + middle + dice.choice(ENDINGS))
    return sorted(found)


def test_thousands_of_words_have_the_stems_they_have_on_the_server():
    words = every_word()
    published = snowballstemmer.stemmer("indonesian")
    cut, stems, forms = ask(
        BLANK, [{"ask": each, "words": words} for each in ("snowball", "stems", "everyday")]
    )
    assert len(words) > 8000
    theirs = dict(zip(words, cut, strict=True))
    assert {word: theirs[word] for word in words if theirs[word] != published.stemWord(word)} == {}
    theirs = dict(zip(words, stems, strict=True))
    assert {word: theirs[word] for word in words if theirs[word] != stem(word)} == {}
    theirs = dict(zip(words, forms, strict=True))
    assert {word: theirs[word] for word in words if theirs[word] != everyday(word)} == {}


def test_text_is_taken_apart_as_on_the_server():
    texts = [each["question"] for each in questions()] + [each.body for each in articles()]
    texts += ["Ma’mūr", "Rp1.250", "anggota2 tolooong", "e-koperasi, RT 02/RW 3", "ﬁle № 5", "½ ²"]
    assert ask(BLANK, [{"ask": "tokens", "text": text} for text in texts]) == [
        tokens(text) for text in texts
    ]


def put(*documents):
    with write_transaction():
        services.put_many(documents)


def test_the_file_of_all_articles_is_small(app):
    put(*articles())
    packed = gzip.compress(phone_file("33.19").text.encode())
    assert 10 * 1024 < len(packed) <= MOST_BYTES


ONE = Document("article", "satu", "/informasi/satu", "Satu", "Ini jawabannya.", on_phone=True)


def refs(area="33.19"):
    return [each["ref"] for each in json.loads(phone_file(area).text)["documents"]]


def test_it_holds_what_is_public_here_and_holds_today(app):
    put(
        ONE,
        replace(ONE, ref="dua", scope="33.19"),
        replace(ONE, ref="elsewhere", scope="33.18"),
        replace(ONE, ref="gone", valid_until=date(2026, 11, 22)),
        replace(ONE, ref="not-asked-for", on_phone=False),
        replace(ONE, ref="secret", owner="7", scope="33.19"),
    )
    assert refs() == ["dua", "satu"]
    assert refs("33.18") == ["elsewhere", "satu"]


def test_its_name_is_its_content(app):
    put(ONE)
    first = phone_file("33.19")
    assert phone_file("33.19") is first
    put(replace(ONE, summary="Jawaban lain."))
    assert phone_file("33.19").name != first.name
    put(ONE)
    assert phone_file("33.19") == first


@pytest.mark.either_database
def test_without_any_article_there_is_still_a_file(app):
    assert refs() == []
