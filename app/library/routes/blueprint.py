"""What the pages of the library share."""

from flask import Blueprint, Flask
from flask_login import current_user

from app.agency.routes.blueprint import own_regency
from app.agency.topics import LABELS, Topic
from app.library import words
from app.library.markdown import rendered
from app.library.models import Article
from app.library.queries import desk
from app.library.services.drafting import Writer
from app.shared import clock
from app.shared.clock import local
from app.shared.formatting import long_date
from app.shared.transactions import hold

library = Blueprint("library", __name__)
ARTICLE = "/d/informasi/<int:article_id>"


@library.record_once
def equip(state: object) -> None:
    """Words of the library, for its templates and those that show something of it."""
    app: Flask = state.app  # type: ignore[attr-defined]
    app.jinja_env.filters.update(
        library_body=rendered,
        library_day=lambda moment: long_date(local(moment).date()),
        library_standing=lambda article: words.standing(article, clock.today()),
        library_kind=lambda kind: words.KINDS[kind],
        library_icon=lambda kind: words.ICONS[kind],
        library_audience=lambda said: words.audience(said.groups, said.districts),
        library_topics=lambda said: [LABELS[Topic(code)] for code in said.topics],
    )


def me() -> Writer:
    """Who writes or approves just now."""
    return Writer(current_user.user_id, current_user.name)


def own_article(article_id: int) -> Article:
    """One that the reader's dinas may work on, held until the commit. Raises NotTheirs."""
    return hold(desk.line_at(own_regency(), article_id).article)
