"""The articles, canned replies and test questions that come with the product are what they claim.

Read here without the code that loads them: a typing error in a file names the file.
"""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from werkzeug.exceptions import MethodNotAllowed, NotFound

from app.agency.topics import Topic
from app.cooperatives.kinds import GROUPS, BusinessType, Pattern

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "app/library/articles").glob("*.md"))
REPLIES = sorted((ROOT / "app/consultations/replies").glob("*.md"))
QUESTIONS = ROOT / "tests/search"
SLUGS = {path.stem for path in ARTICLES}
FIELDS = {"title", "kind", "summary", "topics", "groups", "source", "valid_from", "valid_until",
          "keywords"}  # fmt: skip
KINDS = {"guide": 12, "regulation": 10, "faq": 20, "form": 3}
"""How many of each kind there are at least."""
IN_THE_CONTRACT = {"/k/konsultasi"}
FOR_WHOM = {*GROUPS, *BusinessType, *Pattern}
MERGED = {"nama", "koperasi", "periode", "tenggat", "skor", "tingkat", "npl", "no"}
each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def parts(path: Path) -> tuple[dict[str, Any], str]:
    before, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    assert not before
    return tomllib.loads(head), body


@each_article
def test_an_article_says_what_it_is(path):
    about, body = parts(path)

    assert set(about) == FIELDS
    assert about["kind"] in KINDS
    assert about["topics"]
    assert {*about["topics"]} <= {*Topic}
    assert {*about["groups"]} <= FOR_WHOM
    assert isinstance(about["valid_from"], date)
    assert about["valid_until"] == "" or about["valid_until"] > about["valid_from"]
    assert about["source"] or about["kind"] != "regulation"
    assert about["summary"].endswith(".")
    assert len(about["summary"]) <= 240
    assert 80 <= len(body.split()) <= 600


@each_article
def test_its_keywords_are_not_in_its_text_already(path):
    about, body = parts(path)
    text = f"{about['title']} {about['summary']} {body}".lower()

    there = [
        each for each in about["keywords"] if re.search(rf"\b{re.escape(each.lower())}\b", text)
    ]

    assert there == []
    assert len(about["keywords"]) >= 3


@each_article
def test_its_text_holds_nothing_a_page_would_not_show(path):
    _about, body = parts(path)

    assert not re.search(r"<\w|!\[|^# |^\|", body, re.MULTILINE)


@each_article
@pytest.mark.either_database
def test_its_links_lead_somewhere(path, app):
    _about, body = parts(path)

    assert [link for link in re.findall(r"\]\(([^)]+)\)", body) if not leads(app, link)] == []


def leads(app: Any, link: str) -> bool:
    address = link.partition("#")[0]
    if address.startswith("/informasi/"):
        return address.removeprefix("/informasi/") in SLUGS
    if address in IN_THE_CONTRACT:
        return True
    try:
        app.url_map.bind("").match(address)
    except (NotFound, MethodNotAllowed):
        return False
    return True


def test_there_is_enough_of_every_kind_and_topic():
    heads = [parts(path)[0] for path in ARTICLES]
    titles = [head["title"] for head in heads]

    for kind, least in KINDS.items():
        assert len([head for head in heads if head["kind"] == kind]) >= least
    assert {topic for head in heads for topic in head["topics"]} == {*Topic}
    assert len({*titles}) == len(titles)
    assert len({head["summary"] for head in heads}) == len(heads)


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_a_canned_reply_cites_its_source_and_merges_only_known_fields(path):
    about, body = parts(path)

    assert set(about) == {"title", "topics", "source"}
    assert about["source"]
    assert {*about["topics"]} <= {*Topic}
    assert {*re.findall(r"{(\w*)}", body)} <= MERGED
    assert "Bapak/Ibu {nama}" in body


def test_there_are_twelve_canned_replies():
    assert len(REPLIES) >= 12


@pytest.mark.parametrize(
    ("name", "least"), [("questions.json", 60), ("questions_held_back.json", 20)]
)
def test_the_questions_name_articles_that_exist(name, least):
    asked = json.loads((QUESTIONS / name).read_text(encoding="utf-8"))

    assert len(asked) >= least
    assert len({each["question"] for each in asked}) == len(asked)
    for each in asked:
        assert 1 <= len(each["right"]) <= 3
        assert {*each["right"]} <= SLUGS


def test_most_questions_share_few_words_with_the_title_of_their_article():
    asked = json.loads((QUESTIONS / "questions.json").read_text(encoding="utf-8"))
    titles = {path.stem: words(parts(path)[0]["title"]) for path in ARTICLES}
    shared = [
        max(len(words(each["question"]) & titles[slug]) for slug in each["right"]) for each in asked
    ]

    assert len([count for count in shared if count <= 1]) * 2 >= len(asked)


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}
