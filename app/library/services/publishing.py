"""What becomes public: a draft that a second person approved, an article of the product."""

from flask_babel import gettext as _

from app.audit.services import note
from app.library import events
from app.library.content import Content, packed
from app.library.models import Article, ArticleDraft, ArticleVersion
from app.library.queries import desk
from app.library.services.drafting import Writer, held_draft
from app.shared import clock
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.transactions import hold


def approve(article: Article, by: Writer, seen: str) -> ArticleVersion:
    """Publish a draft as a new version. `seen`: hash of the content the person looked at.

    Raises RuleBroken for who wrote it, and where it was changed since.
    """
    draft = held_draft(article)
    refuse_own(draft, by)
    if draft.proposed_at is None or draft.content.hash != seen:
        raise RuleBroken(_("The draft was changed since you opened it. Look at it once more."))
    version = ArticleVersion(
        written_by=draft.writer_ids[-1], written_by_name=draft.written_by_name,
        approved_by=by.id, approved_by_name=by.name,
    )  # fmt: skip
    _publish(article, draft.content, version)
    db.session.delete(draft)
    if article.based_on:
        article.based_on = max(article.based_on, desk.line_at(article.regency, article.id)
                               .product_version)  # fmt: skip
    db.session.flush()
    return version


def refuse_own(draft: ArticleDraft, by: Writer) -> None:
    """Raises RuleBroken for anybody who saved it."""
    if by.id in draft.writer_ids:
        raise RuleBroken(_("You wrote on this text yourself. A second person approves it."))


def withdraw(article: Article, reason: str) -> None:
    """Take it off the shelf; its versions stay readable to the dinas."""
    hold(article)
    if article.comes_with_product:
        raise RuleBroken(_("This comes with the product. Make it your own first."))
    if article.withdrawn_at is not None:
        return
    article.withdrawn_at, article.withdrawn_reason = clock.now(), reason
    db.session.flush()
    note("article.withdrawn", f"article:{article.id}", article.regency, title=article.title,
         reason=reason)  # fmt: skip
    events.withdrawn.tell(article)


def put_product(slug: str, content: Content, known: Article | None) -> None:
    """An article of the product, as this version of the product has it."""
    article = known or Article(regency="", slug=slug, version=0, created_at=clock.now())
    if known is None:
        db.session.add(article)
    _publish(article, content, ArticleVersion())


def take_product_back(article: Article) -> None:
    """The product no longer brings it; a regency's own stays."""
    article.withdrawn_at = clock.now()
    article.withdrawn_reason = _("It no longer comes with the application.")
    db.session.flush()
    note("article.withdrawn", f"article:{article.id}", title=article.title,
         reason=article.withdrawn_reason)  # fmt: skip
    events.withdrawn.tell(article)


def _publish(article: Article, content: Content, version: ArticleVersion) -> None:
    now = clock.now()
    article.title, article.kind, article.summary = content.title, content.kind, content.summary
    article.topics, article.groups = packed(content.topics), packed(content.groups)
    article.districts = packed(content.districts)
    article.valid_from, article.valid_until = content.valid_from, content.valid_until
    article.version += 1
    article.published_at = now
    article.withdrawn_at, article.withdrawn_reason = None, ""
    db.session.flush()
    version.article_id, version.number = article.id, article.version
    version.stored, version.content_hash = content.as_json(), content.hash
    version.published_at = now
    db.session.add(version)
    db.session.flush()
    note("article.published", f"article:{article.id}", article.regency, title=article.title,
         version=article.version)  # fmt: skip
    events.published.tell(article)
