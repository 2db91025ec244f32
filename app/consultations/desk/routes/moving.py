"""Moves that want a reason: each has a page of its own, which says what follows from it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, flash, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.consultations.clock.escalating import DIVISION_HEAD
from app.consultations.desk.forms import HandOverForm, ReasonForm
from app.consultations.desk.queries.officers import answering_officers, load_words
from app.consultations.desk.routes.blueprint import desk, held_thread, thread, to_thread
from app.consultations.desk.services import raising, taking
from app.consultations.models import Consultation
from app.consultations.states import OPEN, Status
from app.shared.errors import NotTheirs
from app.shared.transactions import commits
from app.shared.web.rendering import render

Act = Callable[[Reader, Consultation, str], None]
HAND_OVER = "alihkan"


@dataclass(frozen=True)
class Move:
    """What a move is called, what follows from it, and when it may be made."""

    title: LazyString
    follows: LazyString
    button: LazyString
    done: LazyString
    icon: str
    fits: Callable[[Consultation], bool]
    act: Act | None = None


def _is_open(thread: Consultation) -> bool:
    return thread.status in OPEN


MOVES: dict[str, Move] = {
    HAND_OVER: Move(
        _l("Hand over"),
        _l("The other officer sees the whole thread, your notes too. The promised day stays."),
        _l("Hand the question over"),
        _l("The question is handed over."),
        "people",
        _is_open,
    ),
    "naikkan": Move(
        _l("Raise it"),
        _l("First to the head of section, then to the head of division. The asker sees since when, "
           "not why."),
        _l("Raise the question"),
        _l("The question is raised."),
        "up",
        lambda thread: _is_open(thread) and thread.escalation < DIVISION_HEAD,
        raising.escalate,
    ),
    "pengawas": Move(
        _l("Pass to the inspector"),
        _l("A visit is proposed to the inspector of the district. The asker sees that somebody "
           "will call about a day."),
        _l("Propose a visit"),
        _l("The visit is proposed. The inspector sees it on their first page."),
        "visit",
        lambda thread: _is_open(thread) and thread.status != Status.PASSED_ON,
        raising.pass_to_inspector,
    ),
    "rahasiakan": Move(
        _l("Make it confidential"),
        _l("Only the officer who holds it and the head of division read it. "
           "Every reading is noted."),
        _l("Make it confidential"),
        _l("The question is confidential now."),
        "key",
        lambda thread: not thread.is_confidential,
        lambda reader, thread, why: raising.set_confidential(reader, thread, why, hidden=True),
    ),
    "buka-rahasia": Move(
        _l("End the confidentiality"),
        _l("All officers of the dinas may read it again."),
        _l("End the confidentiality"),
        _l("The question is no longer confidential."),
        "eye",
        lambda thread: thread.is_confidential,
        lambda reader, thread, why: raising.set_confidential(reader, thread, why, hidden=False),
    ),
}  # fmt: skip


@desk.get("/d/konsultasi/<uuid:consultation_id>/langkah/<move>")
@needs(Permission.ANSWER_CONSULTATIONS)
def ask_move(consultation_id: uuid.UUID, move: str) -> Response:
    found = thread(consultation_id)
    return _page(found, move, _form(found, move))


@desk.post("/d/konsultasi/<uuid:consultation_id>/langkah/<move>")
@needs(Permission.ANSWER_CONSULTATIONS)
@commits
def make_move(consultation_id: uuid.UUID, move: str) -> Response:
    found = held_thread(consultation_id)
    form, known = _form(found, move), _known(move)
    if not form.validate():
        return _page(found, move, form, 422)
    if isinstance(form, HandOverForm):
        taking.hand_over(current_user, found, form.officer, form.why.data)
    elif known.act:
        known.act(current_user, found, form.why.data)
    flash(str(known.done), "good")
    return to_thread(found)


def _form(found: Consultation, move: str) -> ReasonForm:
    if move != HAND_OVER:
        return ReasonForm()
    officers = answering_officers(found.regency)
    return HandOverForm.among([each for each in officers if each.user_id != found.assignee_id])


def _known(move: str) -> Move:
    """Raises NotTheirs: an address nobody gave."""
    if move not in MOVES:
        raise NotTheirs
    return MOVES[move]


def _page(found: Consultation, move: str, form: ReasonForm, status: int = 200) -> Response:
    return render(
        "consultations/desk/move.html",
        status=status,
        found=found,
        move=_known(move),
        form=form,
        loads=load_words(found.regency) if move == HAND_OVER else (),
        action=url_for("desk.make_move", consultation_id=found.id, move=move),
        back=url_for("desk.show", consultation_id=found.id),
    )
