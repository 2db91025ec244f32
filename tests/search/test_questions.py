"""Real questions in everyday Indonesian: the right article is among the first three."""

import pytest

from app.search import queries, services
from app.search.documents import Audience
from app.search.phone import phone_file
from app.shared import clock
from app.shared.transactions import write_transaction
from tests.phone.node import ask
from tests.support.articles import articles, questions

ENOUGH = 0.9
ANYONE = Audience("33.19")


@pytest.fixture
def library(app):
    with write_transaction():
        services.put_many(articles())


def missed(found):
    """Questions whose right answers are not among those found."""
    pairs = zip(questions(), found, strict=True)
    return {asked["question"]: got for asked, got in pairs if not set(got) & set(asked["right"])}


def from_server():
    for asked in questions():
        yield [hit.ref for hit in queries.suggest(asked["question"], ANYONE).hits]


def on_phone():
    asked = [{"ask": "suggest", "text": each["question"], "most": 3} for each in questions()]
    return ask(phone_file("33.19").text, asked)


def from_phone():
    return [[ref for ref, _sentence in found] for found in on_phone()]


@pytest.mark.parametrize("answer", [from_server, from_phone])
def test_nine_of_ten_questions_find_their_answer(library, answer):
    lost = missed(answer())
    assert len(questions()) >= 60
    assert len(articles()) >= 40
    assert len(lost) <= (1 - ENOUGH) * len(questions()), lost


def test_the_phone_suggests_what_the_server_does(app):
    """Where both hold the same articles: on a phone are only those that hold today."""
    today = clock.today()
    with write_transaction():
        services.put_many(
            each
            for each in articles()
            if (each.valid_from or today) <= today <= (each.valid_until or today)
        )
    assert from_phone() == list(from_server())


def test_the_phone_shows_the_sentence_that_answers(library):
    first = next(
        found
        for asked, found in zip(questions(), on_phone(), strict=True)
        if "telat" in asked["question"]
    )
    sentences = dict(first)
    assert (
        sentences["laporan-terlambat"]
        == "Laporan pertama selalu diterima, walau terlambat, dan diberi tanda terlambat."
    )
