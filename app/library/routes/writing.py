"""Writing an article: a new one, or a correction of one that stands; with a preview."""

from http import HTTPStatus

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.audit.queries import change_by_another
from app.library.content import Content
from app.library.forms import ArticleForm
from app.library.kinds import Kind
from app.library.markdown import rendered
from app.library.models import Article
from app.library.queries import desk, shelf
from app.library.routes.blueprint import ARTICLE, library, me, own_article
from app.library.services import drafting
from app.shared.transactions import commits
from app.shared.web.overtaking import Place, ask_which
from app.shared.web.rendering import go_to, render

PREVIEW_LEVEL = 4
"""Of headings, below the title in a section of the page."""


@library.get("/d/informasi/baru")
@needs(Permission.WRITE_LIBRARY)
def new() -> Response:
    asked = request.args.get("jenis", "")
    kind = asked if asked in set(Kind) else Kind.GUIDE
    return _page(ArticleForm.about(Content(title="", kind=kind, summary="", body="")), None)


@library.post("/d/informasi/baru")
@needs(Permission.WRITE_LIBRARY)
@commits
def create() -> Response:
    form = _offered(ArticleForm())
    if request.form.get("go") == "preview":
        return _page(form, None, preview=True)
    if not form.validate():
        return _page(form, None, 422)
    article = drafting.begin(own_regency(), form.content, me())
    return _after_saving(article)


@library.post(f"{ARTICLE}/perbaiki")
@needs(Permission.WRITE_LIBRARY)
@commits
def correct(article_id: int) -> Response:
    """A draft upon what stands; of the product's article upon one of the regency's own."""
    article = drafting.begin_correction(own_article(article_id), own_regency(), me())
    return go_to(url_for("library.edit", article_id=article.id))


@library.get(f"{ARTICLE}/ubah")
@needs(Permission.WRITE_LIBRARY)
def edit(article_id: int) -> Response:
    line = desk.line_at(own_regency(), article_id)
    if line.draft is None:
        return go_to(url_for("library.show", article_id=article_id))
    return _page(ArticleForm.about(line.draft.content), line)


@library.post(f"{ARTICLE}/ubah")
@needs(Permission.WRITE_LIBRARY)
@commits
def update(article_id: int) -> Response:
    line = desk.line_at(own_regency(), article_id)
    stored = _offered(ArticleForm.about(drafting.held_draft(line.article).content))
    form = _offered(ArticleForm())
    if request.form.get("go") == "preview":
        return _page(form, line, preview=True)
    if not form.validate():
        return _page(form, line, 422)
    if form.differences(stored):
        return _ask_which(form, stored, line.article)
    drafting.save(line.article, form.content, me())
    return _after_saving(line.article)


def _after_saving(article: Article) -> Response:
    """Handed on at once where that was pressed."""
    if request.form.get("go") == "propose":
        drafting.propose(article)
        flash(_("Handed on. A second person reads it and publishes it."), "good")
    else:
        flash(_("The draft is saved. Nobody outside sees it yet."), "good")
    return go_to(url_for("library.show", article_id=article.id))


def _ask_which(form: ArticleForm, stored: ArticleForm, article: Article) -> Response:
    change = change_by_another(
        article.regency, f"article:{article.id}", "article.saved", current_user.user_id
    )
    action = url_for("library.update", article_id=article.id)
    back = url_for("library.show", article_id=article.id)
    return ask_which(form, stored, Place(action, back, article.title), change)


def _offered(form: ArticleForm) -> ArticleForm:
    regency = own_regency()
    return form.offer(regency, shelf.titles(regency, Kind.REGULATION))


def _page(
    form: ArticleForm, line: desk.Line | None, status: int = 200, *, preview: bool = False
) -> Response:
    body = form.body.data or ""
    shown = rendered(body, PREVIEW_LEVEL) if status == HTTPStatus.OK else ""
    return render(
        "library/desk/edit.html",
        fragment="library/desk/_preview.html" if preview else "",
        status=status,
        form=_offered(form),
        article=line.article if line else None,
        draft=line.draft if line else None,
        shown=shown,
    )
