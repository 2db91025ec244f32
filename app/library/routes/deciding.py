"""One article at the dinas: what a draft changes, and what a second person decides about it."""

from dataclasses import dataclass

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.agency.topics import LABELS, Topic
from app.library import words
from app.library.content import Content
from app.library.difference import Paragraph, compared, is_changed
from app.library.forms import ApprovalForm, ReasonForm
from app.library.kinds import Kind
from app.library.models import ArticleVersion
from app.library.queries import announced, desk, shelf
from app.library.routes.blueprint import ARTICLE, library, me, own_article
from app.library.services import drafting, publishing
from app.shared.formatting import long_date
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@dataclass(frozen=True)
class Change:
    """One field of the article as it stands and as it would be."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@library.get(ARTICLE)
@needs(Permission.READ_LIBRARY)
def show(article_id: int) -> Response:
    return _page(article_id, ReasonForm(formdata=None))


@library.post(f"{ARTICLE}/ajukan")
@needs(Permission.WRITE_LIBRARY)
@commits
def propose(article_id: int) -> Response:
    drafting.propose(own_article(article_id))
    flash(_("Handed on. A second person reads it and publishes it."), "good")
    return _back(article_id)


@library.post(f"{ARTICLE}/setujui")
@needs(Permission.APPROVE_LIBRARY)
@commits
def approve(article_id: int) -> Response:
    publishing.approve(own_article(article_id), me(), ApprovalForm().seen.data or "")
    flash(_("Published. Everybody can read it now."), "good")
    return _back(article_id)


@library.post(f"{ARTICLE}/kembalikan")
@needs(Permission.APPROVE_LIBRARY)
@commits
def send_back(article_id: int) -> Response:
    form, article = ReasonForm(), own_article(article_id)
    if not form.validate():
        return _page(article_id, form, 422)
    drafting.send_back(article, form.reason.data)
    flash(_("Sent back to be written on."), "good")
    return _back(article_id)


@library.post(f"{ARTICLE}/tarik")
@needs(Permission.APPROVE_LIBRARY)
@commits
def withdraw(article_id: int) -> Response:
    form, article = ReasonForm(), own_article(article_id)
    if not form.validate():
        return _page(article_id, form, 422)
    publishing.withdraw(article, form.reason.data)
    flash(_("Withdrawn. It no longer stands in the library."), "good")
    return _back(article_id)


@library.post(f"{ARTICLE}/buang")
@needs(Permission.WRITE_LIBRARY)
@commits
def throw_away(article_id: int) -> Response:
    drafting.throw_away(own_article(article_id))
    flash(_("The draft is thrown away."), "good")
    return go_to(url_for("library.listing"))


def _back(article_id: int) -> Response:
    return go_to(url_for("library.show", article_id=article_id))


def _page(article_id: int, form: ReasonForm, status: int = 200) -> Response:
    line = desk.line_at(own_regency(), article_id)
    article, draft = line.article, line.draft
    versions = shelf.versions_of(article)
    stands = versions[0].content if versions else None
    shown = draft.content if draft else stands
    is_news = article.kind == Kind.ANNOUNCEMENT and article.is_published
    return render(
        "library/desk/show.html",
        status=status,
        form=form,
        line=line,
        article=article,
        draft=draft,
        content=shown,
        versions=versions,
        changes=changes(stands, draft.content) if draft and stands else [],
        brought=_brought(line, stands),
        is_own=bool(draft and current_user.user_id in draft.writer_ids),
        reach=announced.reach(article) if is_news else None,
        is_changed=is_changed,
    )


def _brought(line: desk.Line, stands: Content | None) -> list[Change]:
    """What a new version of the product says otherwise than the regency's own."""
    if not (line.is_renewed and stands):
        return []
    product = shelf.product_at(line.article.slug)
    version: ArticleVersion = shelf.version_of(product, product.version)
    return changes(stands, version.content)


def changes(old: Content, new: Content) -> list[Change]:
    """Every field that differs, in the order of the form."""
    before, after = _said(old), _said(new)
    return [
        Change(label, compared(before[label], text))
        for label, text in after.items()
        if before[label] != text
    ]


def _said(content: Content) -> dict[str, str]:
    """Label -> what stands there, in words."""
    until, since = content.valid_until, content.valid_from
    return {
        _("What it is"): str(words.KINDS[Kind(content.kind)]),
        _("Title"): content.title,
        _("In short"): content.summary,
        _("Text"): content.body,
        _("Topics"): ", ".join(str(LABELS[Topic(code)]) for code in content.topics),
        _("For whom"): words.audience(content.groups, content.districts) or _("Everybody"),
        _("Other words people type"): ", ".join(content.keywords),
        _("Number of the regulation, or source"): content.source,
        _("Superseded by"): content.superseded_by,
        _("Holds from"): long_date(since) if since else "–",
        _("Holds until"): long_date(until) if until else "–",
        _("File to save"): content.file_name,
    }
