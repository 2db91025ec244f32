"""What a cooperative's officers are told and may need without a signal, on one page."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.cooperatives import queries as cooperatives
from app.library.queries import announced, useful
from app.library.routes.blueprint import library
from app.library.services import reading
from app.shared import clock
from app.shared.keeping import kept_offline
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@library.get("/k/informasi")
@needs(Permission.READ_OWN_COOPERATIVE)
@kept_offline
def own() -> Response:
    """Announcements in full, and the articles that matter most to its kind of cooperative."""
    cooperative = cooperatives.cooperative_for(current_user, current_user.cooperative_id)
    today = clock.today()
    news = announced.with_bodies(announced.told_to(cooperative, today))
    ids = [article.id for article, _version in news]
    return render(
        "library/own.html",
        news=news,
        read=announced.read_by(cooperative.id, current_user.user_id, ids),
        useful=announced.with_bodies(useful.most_useful(cooperative, today)),
    )


@library.post("/k/pengumuman/<int:article_id>/dibaca")
@needs(Permission.READ_OWN_COOPERATIVE)
@commits
def say_read(article_id: int) -> Response:
    cooperative = cooperatives.cooperative_for(current_user, current_user.cooperative_id)
    article = announced.announcement_for(cooperative, article_id, clock.today())
    reading.say_read(article, current_user.user_id, cooperative.id)
    flash(_("Thank you. The dinas sees that you have read it."), "good")
    at_home = request.form.get("at") == "home"
    return go_to(url_for("home.officer") if at_home else url_for("library.own"))
