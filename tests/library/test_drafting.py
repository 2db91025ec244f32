"""A draft, a second person, a version that never changes."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.audit.models import AuditEntry
from app.library import events
from app.library.kinds import Kind
from app.library.models import Article, ArticleDraft, ArticleVersion
from app.library.queries import desk, shelf
from app.library.services import drafting, publishing
from app.library.services.drafting import Writer
from app.shared.database import db
from app.shared.errors import NotTheirs, RuleBroken
from tests.support import shelves

DEWI, RETNO, TEGUH = Writer(1, "Dewi"), Writer(2, "Retno"), Writer(3, "Teguh")
KUDUS = "33.19"


@pytest.fixture
def begun(app):
    return drafting.begin(KUDUS, shelves.content(title="Kapan RAT?"), DEWI)


def publish(article, by=TEGUH):
    drafting.propose(article)
    seen = db.session.get_one(ArticleDraft, article.id).content.hash
    return publishing.approve(article, by, seen)


def test_what_is_being_written_is_not_in_the_library(begun):
    assert shelf.how_many(KUDUS, shelf.Wanted()) == 0
    with pytest.raises(NotTheirs):
        shelf.article_at(KUDUS, begun.slug)


def test_nobody_approves_what_they_wrote_on(begun):
    draft = db.session.get_one(ArticleDraft, begun.id)
    drafting.save(begun, replace(draft.content, title="Kapan rapat?"), RETNO)
    for writer in (DEWI, RETNO):
        with pytest.raises(RuleBroken, match="ikut menulis"):
            publish(begun, writer)

    version = publish(begun)

    assert (version.number, version.written_by_name, version.approved_by_name) == (
        1,
        "Retno",
        "Teguh",
    )
    assert shelf.article_at(KUDUS, "kapan-rat").title == "Kapan rapat?"


def test_an_approval_is_of_what_was_seen(begun):
    drafting.propose(begun)
    seen = db.session.get_one(ArticleDraft, begun.id).content.hash
    drafting.save(begun, shelves.content(title="Lain sama sekali"), RETNO)
    drafting.propose(begun)
    with pytest.raises(RuleBroken, match="sudah berubah"):
        publishing.approve(begun, TEGUH, seen)


def test_saving_takes_a_draft_back_from_whoever_was_to_approve_it(begun):
    drafting.propose(begun)
    assert drafting.save(begun, shelves.content(), DEWI)
    draft = db.session.get_one(ArticleDraft, begun.id)

    assert draft.proposed_at is None
    with pytest.raises(RuleBroken):
        publishing.approve(begun, TEGUH, draft.content.hash)


def test_saving_the_same_words_changes_nothing(begun):
    drafting.propose(begun)
    draft = db.session.get_one(ArticleDraft, begun.id)

    assert not drafting.save(begun, draft.content, RETNO)
    assert draft.proposed_at is not None
    assert draft.writer_ids == (DEWI.id,)


def test_a_correction_is_a_new_version_and_the_old_one_stays(begun):
    first = publish(begun)
    drafting.begin_correction(begun, KUDUS, RETNO)
    drafting.save(begun, replace(first.content, body="Lain."), RETNO)
    publish(begun)

    assert [each.number for each in shelf.versions_of(begun)] == [2, 1]
    assert shelf.version_of(begun, 1).content == first.content
    assert shelf.version_of(begun, 2).content.body == "Lain."


def test_what_is_sent_back_says_why_and_waits_for_its_writers(begun):
    drafting.propose(begun)
    drafting.send_back(begun, "Sebut pasalnya.")
    draft = db.session.get_one(ArticleDraft, begun.id)

    assert (draft.note, draft.proposed_at) == ("Sebut pasalnya.", None)
    drafting.propose(begun)
    assert draft.note == ""


def test_a_draft_thrown_away_leaves_what_stands(begun):
    publish(begun)
    drafting.begin_correction(begun, KUDUS, DEWI)
    drafting.throw_away(begun)
    assert shelf.article_at(KUDUS, begun.slug).version == 1

    never = drafting.begin(KUDUS, shelves.content(), DEWI)
    drafting.throw_away(never)
    db.session.flush()
    assert db.session.get(Article, never.id) is None


def test_what_is_withdrawn_leaves_the_lists_and_says_why_where_it_was(begun):
    publish(begun)
    publishing.withdraw(begun, "Sudah diganti.")

    assert shelf.how_many(KUDUS, shelf.Wanted()) == 0
    assert shelf.article_at(KUDUS, begun.slug).withdrawn_reason == "Sudah diganti."
    drafting.begin_correction(begun, KUDUS, DEWI)
    publish(begun)
    assert shelf.article_at(KUDUS, begun.slug).withdrawn_at is None


def test_two_of_the_same_title_have_two_addresses(begun):
    assert drafting.begin(KUDUS, shelves.content(title="Kapan RAT?"), DEWI).slug == "kapan-rat-2"


def test_every_step_is_told_and_leaves_a_trace(begun, monkeypatch):
    told = []
    monkeypatch.setattr(events.published, "_listeners", [lambda each: told.append(each.slug)])
    monkeypatch.setattr(events.withdrawn, "_listeners", [lambda each: told.append(-each.version)])
    publish(begun)
    publishing.withdraw(begun, "Salah.")
    db.session.commit()

    assert told == ["kapan-rat", -1]
    actions = db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()
    assert actions == [
        "article.begun",
        "article.proposed",
        "article.published",
        "article.withdrawn",
    ]


def test_a_good_answer_becomes_the_draft_of_an_faq(app):
    question = "Apakah " + "sangat " * 40 + "boleh?"
    article = drafting.draft_from_answer(
        KUDUS, question, "Boleh.\n\nAsal tercatat.", "meeting", DEWI
    )
    draft = db.session.get_one(ArticleDraft, article.id)

    assert draft.content.kind == Kind.FAQ
    assert draft.content.summary == "Boleh. Asal tercatat."
    assert draft.content.body == "Boleh.\n\nAsal tercatat."
    assert len(draft.content.title) <= 160
    assert desk.how_many(KUDUS, desk.Wanted(state=desk.State.DRAFT), draft.saved_at.date()) == 1
    assert db.session.scalar(select(ArticleVersion)) is None


def test_an_address_taken_meanwhile_is_refused_in_words(begun):
    with pytest.raises(RuleBroken, match="memulai yang sama"):
        drafting.begin(KUDUS, shelves.content(), RETNO, slug=begun.slug)
