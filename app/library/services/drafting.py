"""Drafts: begun, saved, handed to a second person, sent back, thrown away."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from app.audit.services import note
from app.library.content import Content
from app.library.kinds import Kind
from app.library.models import Article, ArticleDraft
from app.library.queries import desk, shelf
from app.library.slugs import slug_of
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.transactions import hold


@dataclass(frozen=True)
class Writer:
    """Who writes, or approves."""

    id: int
    name: str


def begin(regency: str, content: Content, by: Writer, slug: str = "") -> Article:
    """A new article of a regency: nothing of it is published yet.

    Raises RuleBroken where another one took the address at the same moment.
    """
    slug = slug or slug_of(content.title, desk.slugs_of(regency))
    article = Article(
        regency=regency, slug=slug, kind=content.kind, title=content.title,
        summary=content.summary, version=0, created_at=clock.now(),
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(article)
    except IntegrityError as taken:
        raise RuleBroken(_("Somebody has just begun the same. Look at the list first.")) from taken
    _write(article, content, by)
    _note("begun", article)
    return article


def begin_correction(article: Article, regency: str, by: Writer) -> Article:
    """A draft upon the version that stands; of the product's article upon an own one.

    Gives the article whose draft it is: twice is the same one.
    """
    own = desk.own_of(article, regency)
    if own is not None and article.comes_with_product:
        return own
    if article.comes_with_product:
        content = shelf.version_of(article, article.version).content
        own = begin(regency, content, by, slug=article.slug)
        own.based_on = article.version
        return own
    if db.session.get(ArticleDraft, article.id) is None:
        _write(article, shelf.version_of(article, article.version).content, by)
        _note("begun", article)
    return article


def save(article: Article, content: Content, by: Writer) -> bool:
    """Keep what was written; what was handed on comes back to its writers. False: unchanged."""
    draft = held_draft(article)
    content = content.with_file_of(draft.content)
    if draft.content == content:
        return False
    _write(article, content, by)
    _note("saved", article)
    return True


def put_file(article: Article, file: Content, by: Writer) -> None:
    """A file to save with the draft, or none where `file` holds none."""
    draft = held_draft(article)
    _write(article, draft.content.with_file_of(file), by)
    _note("saved", article)


def propose(article: Article) -> None:
    """Hand it to a second person."""
    draft = held_draft(article)
    if draft.proposed_at is None:
        draft.proposed_at, draft.note = clock.now(), ""
        _note("proposed", article)


def send_back(article: Article, reason: str) -> None:
    """To its writers, with what is missing."""
    draft = held_draft(article)
    if draft.proposed_at is None:
        raise RuleBroken(_("This draft is being written just now. Wait until it is handed on."))
    draft.proposed_at, draft.note = None, reason
    _note("sent_back", article, reason=reason)


def throw_away(article: Article) -> None:
    """The draft goes; an article of which nothing was ever published goes with it."""
    db.session.delete(held_draft(article))
    db.session.flush()
    _note("draft_thrown_away", article)
    if not article.version and article.withdrawn_at is None:
        db.session.delete(article)


def draft_from_answer(regency: str, question: str, answer: str, topic: str, by: Writer) -> Article:
    """An FAQ draft of a good answer; whoever calls it has taken out every name."""
    title = " ".join(question.split())
    summary = " ".join(answer.split())
    content = Content(
        title=_shortened(title, 160), kind=Kind.FAQ, summary=_shortened(summary, 240),
        body=answer.strip(), topics=(topic,),
    )  # fmt: skip
    return begin(regency, content, by)


def held_draft(article: Article) -> ArticleDraft:
    """The draft as it is now, until the commit. Raises RuleBroken where there is none."""
    hold(article)
    draft = db.session.get(ArticleDraft, article.id)
    if draft is None:
        raise RuleBroken(_("There is no draft of this article any more. Open the article again."))
    return hold(draft)


def _write(article: Article, content: Content, by: Writer) -> None:
    draft = db.session.get(ArticleDraft, article.id)
    if draft is None:
        draft = ArticleDraft(article_id=article.id, writers={"ids": []})
        db.session.add(draft)
    draft.stored = content.as_json()
    draft.writers = {"ids": [*(each for each in draft.writer_ids if each != by.id), by.id]}
    draft.written_by_name, draft.saved_at = by.name, clock.now()
    draft.proposed_at = None
    if not article.version:
        article.title, article.kind, article.summary = content.title, content.kind, content.summary
    db.session.flush()


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _note(done: str, article: Article, **details: str) -> None:
    db.session.flush()
    note(f"article.{done}", f"article:{article.id}", article.regency, title=article.title,
         **details)  # fmt: skip
