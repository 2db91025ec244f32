"""Anybody complains and reads the answer, with nothing but a ticket.

The ticket travels in forms alone: no address, no cookie and no history holds it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from app.accounts.access import public
from app.accounts.routes.blueprint import PER_ADDRESS
from app.complaints import queries
from app.complaints.forms import ComplaintForm, MessageForm, TicketForm
from app.complaints.kinds import STATES, TOPICS, Topic
from app.complaints.models import Complaint
from app.complaints.nameless import nameless
from app.complaints.photos import Taken, take
from app.complaints.routes.blueprint import complaints
from app.complaints.services import answering
from app.complaints.services.opening import Ticket, try_ticket
from app.complaints.services.sending import AlreadySent, Told, send, was_sent
from app.complaints.tickets import spelled
from app.cooperatives.naming import search_name
from app.cooperatives.queries.public import Entry
from app.cooperatives.queries.similar import meant_by
from app.cooperatives.routes.blueprint import deployment_area
from app.extensions import limiter
from app.shared.transactions import commits, let_go
from app.shared.web.rendering import render

FIND = "find"
"""The button that only looks for the cooperative."""


def opens_photos(view: Callable[..., Response]) -> Callable[..., Response]:
    """Make the photos of a good form anew before the write begins."""

    @wraps(view)
    def opened() -> Response:
        form = ComplaintForm()
        chosen = [each for each in request.files.getlist("photo") if each.filename]
        is_good = FIND not in request.form and form.validate()
        wanted = chosen if is_good and not was_sent(_told(form)) else []
        let_go()
        return view(form, take(wanted), lost=bool(chosen))

    return opened


@complaints.get("/pengaduan")
@public
@nameless
def about() -> Response:
    return render("complaints/about.html")


@complaints.get("/pengaduan/baru")
@public
@nameless
def new() -> Response:
    return _form(ComplaintForm(formdata=None))


@complaints.post("/pengaduan/baru")
@public
@limiter.limit(PER_ADDRESS)
@nameless
@opens_photos
@commits
def create(form: ComplaintForm, taken: Taken, *, lost: bool) -> Response:
    """`lost`: photos were chosen, and a browser does not choose them again by itself."""
    if FIND in request.form:
        return _form(form, looked=True, lost=lost)
    if form.errors or taken.why_not:
        return _form(form, 422, lost=lost, photo_error=taken.why_not)
    try:
        ticket = send(_told(form), taken.photos)
    except AlreadySent:
        form.renew()
        return _form(form, 409, lost=lost, again=True)
    return render("complaints/sent.html", ticket=spelled(ticket))


@complaints.get("/pengaduan/lihat")
@public
@nameless
def ask_ticket() -> Response:
    return _ask(TicketForm(formdata=None))


@complaints.post("/pengaduan/lihat")
@public
@limiter.limit(PER_ADDRESS)
@nameless
@commits
def look() -> Response:
    form = TicketForm()
    complaint = _opened(form)
    if complaint is None:
        return _ask(form, 422)
    return _thread(complaint, form, MessageForm(formdata=None))


@complaints.post("/pengaduan/lihat/pesan")
@public
@limiter.limit(PER_ADDRESS)
@nameless
@commits
def write_more() -> Response:
    """The sender adds something; the same form twice is one message."""
    form, message = TicketForm(), MessageForm()
    complaint = _opened(form)
    if complaint is None:
        return _ask(form, 422)
    if not message.validate():
        return _thread(complaint, form, message, 422)
    answering.write_more(complaint, message.text.data or "", message.its_key)
    return _thread(complaint, form, MessageForm(formdata=None), told=True)


def _opened(form: TicketForm) -> Complaint | None:
    """The complaint of the ticket in the form; otherwise the form says what to do."""
    if not form.validate():
        return None
    worth, complaint = try_ticket(form.ticket.data or "")
    if worth is Ticket.WRONG:
        form.ticket.errors = [_("This code is not right yet. Check its letters and digits again.")]
    if worth is Ticket.LOCKED:
        form.ticket.errors = [_("Too many tries. Try again in 15 minutes.")]
    return complaint


def _meant(form: ComplaintForm) -> list[Entry]:
    return meant_by(deployment_area(), form.named.data or "")


def _chosen(form: ComplaintForm) -> Entry | None:
    """The one that was chosen; without a choice the only one whose very name was typed."""
    found = _meant(form)
    if form.chosen_id is not None:
        return next((each for each in found if each.id == form.chosen_id), None)
    typed = search_name(form.named.data or "")
    exact = [each for each in found if search_name(each.name) == typed]
    return exact[0] if len(exact) == 1 else None


def _told(form: ComplaintForm) -> Told:
    cooperative = _chosen(form)
    return Told(
        key=form.its_key,
        regency=cooperative.village[:5] if cooperative else deployment_area()[:5],
        topic=Topic(form.topic.data),
        named=form.named.data or "",
        cooperative_id=cooperative.id if cooperative else None,
        text=form.text.data or "",
    )


def _form(form: ComplaintForm, status: int = 200, *, looked: bool = False, **told: Any) -> Response:
    """`looked`: the register was asked; what it knew stays on the page."""
    looked = looked or "looked" in request.form
    found = _meant(form) if looked else []
    told = {**told, "looked": looked, "found": found}
    return render("complaints/new.html", status=status, form=form, **told)


def _ask(form: TicketForm, status: int = 200) -> Response:
    return render("complaints/ask.html", status=status, form=form)


def _thread(
    complaint: Complaint, form: TicketForm, message: MessageForm, status: int = 200, **told: Any
) -> Response:
    return render(
        "complaints/thread.html",
        status=status,
        complaint=complaint,
        states=STATES,
        topics=TOPICS,
        said=queries.said(complaint, with_notes=False),
        photos=len(queries.photos_of(complaint)),
        ticket=form.ticket.data,
        form=message,
        **told,
    )
