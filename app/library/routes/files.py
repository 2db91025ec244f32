"""A file to save with an article: checked like evidence, handed to anyone once published."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO

from flask import Response, flash, request, send_file, url_for
from flask_babel import gettext as _

from app.accounts.access import needs, public
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.cooperatives.routes.blueprint import deployment_area
from app.evidence import wording
from app.evidence.accepting import Accepted, accept
from app.evidence.names import MEDIA
from app.evidence.opening.formats import Format, Refused
from app.evidence.serving import BOX
from app.evidence.storage import store
from app.library.content import Content
from app.library.queries import desk, shelf
from app.library.routes.blueprint import ARTICLE, library, me, own_article
from app.library.services import drafting
from app.shared.errors import NotTheirs, RuleBroken
from app.shared.transactions import commits, let_go
from app.shared.web.rendering import go_to


def opens_file(view: Callable[..., Response]) -> Callable[..., Response]:
    """Open what the form brought before the write begins; whose article it is comes first."""

    @wraps(view)
    def opened(article_id: int) -> Response:
        desk.line_at(own_regency(), article_id)
        let_go()
        chosen = request.files.get("file")
        if chosen is None or not chosen.filename:
            raise RuleBroken(_("Choose a file first."))
        try:
            file = accept(chosen.filename, chosen.stream, store())
        except Refused as told:
            raise RuleBroken(wording.sentence(told.why)) from told
        return view(article_id, file)

    return opened


@library.post(f"{ARTICLE}/berkas")
@needs(Permission.WRITE_LIBRARY)
@opens_file
@commits
def put_file(article_id: int, file: Accepted) -> Response:
    article = own_article(article_id)
    said = Content("", "", "", "", file_name=file.name, file_format=file.format,
                   file_hash=file.content_hash)  # fmt: skip
    drafting.put_file(article, said, me())
    flash(_("The file %(name)s is put to the draft.", name=file.name), "good")
    return go_to(url_for("library.show", article_id=article_id))


@library.post(f"{ARTICLE}/berkas/hapus")
@needs(Permission.WRITE_LIBRARY)
@commits
def drop_file(article_id: int) -> Response:
    """Versions that were published with it still have it."""
    drafting.put_file(own_article(article_id), Content("", "", "", ""), me())
    flash(_("The file is taken off the draft."), "good")
    return go_to(url_for("library.show", article_id=article_id))


@library.get(f"{ARTICLE}/berkas")
@needs(Permission.READ_LIBRARY)
def draft_file(article_id: int) -> Response:
    """What whoever approves looks at."""
    line = desk.line_at(own_regency(), article_id)
    if line.draft is None:
        raise NotTheirs
    return _handed(line.draft.content)


@library.get("/informasi/<slug>/versi/<int:number>/berkas")
@public
def download(slug: str, number: int) -> Response:
    article = shelf.article_at(deployment_area(), slug)
    return _handed(shelf.version_of(article, number).content)


def _handed(content: Content) -> Response:
    """To be saved and not shown: its true type, in a box. Raises NotTheirs where there is none."""
    if not content.file_hash:
        raise NotTheirs
    response = send_file(
        BytesIO(store().get(content.file_hash)),
        mimetype=MEDIA[Format(content.file_format)],
        as_attachment=True,
        download_name=content.file_name,
        max_age=None,
    )
    response.headers["Content-Security-Policy"] = BOX
    return response
