"""/d/informasi: what the dinas has written, and what waits for somebody."""

from flask import Response, request
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.library import words
from app.library.kinds import Kind
from app.library.queries import announced, desk
from app.library.queries.desk import State, Wanted
from app.library.routes.blueprint import ARTICLE, library
from app.shared import clock
from app.shared.errors import NotTheirs
from app.shared.web.pages import address_with, requested_page, searched_words
from app.shared.web.rendering import render


@library.get("/d/informasi")
@needs(Permission.READ_LIBRARY)
def listing() -> Response:
    regency, today, wanted = own_regency(), clock.today(), _wanted()
    tally = desk.tally(regency, today)
    page = requested_page(desk.how_many(regency, wanted, today))
    return render(
        "library/desk/index.html",
        fragment="library/desk/_list.html",
        wanted=wanted,
        page=page,
        lines=desk.lines(regency, wanted, today, page),
        tally=tally,
        kinds=[("", _("All kinds")), *((str(kind), name) for kind, name in words.KINDS.items())],
        states=_chips(wanted, tally),
    )


@library.get(f"{ARTICLE}/pembaca")
@needs(Permission.READ_LIBRARY)
def readers(article_id: int) -> Response:
    """Which cooperatives have not read an announcement."""
    article = desk.line_at(own_regency(), article_id).article
    if article.kind != Kind.ANNOUNCEMENT or not article.version:
        raise NotTheirs
    read, meant = announced.reach(article)
    page = requested_page(meant - read)
    return render(
        "library/desk/readers.html",
        article=article,
        read=read,
        meant=meant,
        page=page,
        cooperatives=announced.not_yet(article, page),
    )


def state_words() -> dict[State, str]:
    return {
        State.DRAFT: _("Being written"),
        State.PROPOSED: _("Waits for approval"),
        State.PUBLISHED: _("Published"),
        State.ENDING: _("Ends within 30 days"),
        State.OVER: _("No longer holds"),
        State.RENEWED: _("New version from the application"),
        State.WITHDRAWN: _("Withdrawn"),
    }


def _wanted() -> Wanted:
    asked = request.args
    kind, state = asked.get("jenis", ""), asked.get("keadaan", "")
    return Wanted(
        text=searched_words(asked),
        kind=kind if kind in set(Kind) else "",
        state=state if state in set(State) else "",
    )


def _chips(wanted: Wanted, tally: dict[str, int]) -> list[tuple[str, str, bool]]:
    every = (_("All"), address_with(keadaan=None), not wanted.state)
    return [
        every,
        *(
            (f"{text} ({tally[state]})", address_with(keadaan=state), state == wanted.state)
            for state, text in state_words().items()
            if tally[state] or state == wanted.state
        ),
    ]
