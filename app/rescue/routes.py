"""At the dinas: copies that a phone saved are read, looked at, and carried in."""

from collections.abc import Callable
from functools import wraps
from itertools import count, takewhile

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.audit.services import note
from app.offline import rescue_key
from app.rescue import carrying
from app.rescue.copies import Seen, seen, seen_with_pictures
from app.rescue.envelope import MOST_BYTES
from app.rescue.looking import Standing
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

rescue = Blueprint("rescue", __name__)
READ, CARRIED = "copy.read", "copy.carried_in"
MOST_AT_ONCE = 5
MOST_TOGETHER = 11 * 1024 * 1024
"""They travel back with "Yes, store it", and a request has 12 MB (app/shared/web/security.py)."""
Chosen = list[tuple[str, bytes]]
"""Copies with their names."""
Look = Callable[[bytes, Reader], Seen]
View = Callable[[], Response]


def _uploaded() -> Chosen:
    files = [each for each in request.files.getlist("file") if each.filename]
    return [(each.filename or "", each.read(MOST_BYTES + 1)) for each in files[: MOST_AT_ONCE + 1]]


def _brought_back() -> Chosen:
    """The copies in the form of the page before, each in pieces."""
    pieces = takewhile(bool, (request.form.getlist(f"copy-{n}") for n in count()))
    return [("", "".join(each).encode()) for each in pieces]


def opens_copies(chosen: Callable[[], Chosen], look: Look) -> Callable[..., View]:
    """Open and look through copies before the write begins; one that is none holds up no other."""

    def around(view: Callable[[list[Seen], list[str]], Response]) -> View:
        @wraps(view)
        def opened() -> Response:
            try:
                good, errors = _looked_through(chosen(), look)
            except RuleBroken as told:
                return _start(str(told))
            return view(good, errors) if good else _start(" ".join(errors))

        return opened

    return around


@rescue.get("/d/salinan")
@needs(Permission.IMPORT_COPIES)
def start() -> Response:
    return _start()


@rescue.post("/d/salinan")
@needs(Permission.IMPORT_COPIES)
@opens_copies(_uploaded, seen_with_pictures)
@commits
def read(copies: list[Seen], errors: list[str]) -> Response:
    """What the files hold and what would become of it; nothing of it is stored."""
    for each in copies:
        _leave_trace(READ, each)
    fresh = any(each.count(Standing.NEW) for each in copies)
    return render("rescue/preview.html", copies=copies, errors=errors, fresh=fresh)


@rescue.get("/d/salinan/simpan")
@needs(Permission.IMPORT_COPIES)
def come_again() -> Response:
    """Somebody came back to the address of carrying in: the file is chosen anew."""
    return go_to(url_for("rescue.start"))


@rescue.post("/d/salinan/simpan")
@needs(Permission.IMPORT_COPIES)
@opens_copies(_brought_back, seen)
@commits
def carry(copies: list[Seen], errors: list[str]) -> Response:
    """Each thing as its person would have sent it; what is there already stays as it is."""
    officer: Reader = current_user._get_current_object()  # noqa: SLF001 the person, not whoever asks
    carried = carrying.carry_all(copies, officer)
    for each in carried:
        _leave_trace(CARRIED, each, **each.counted)
    return render("rescue/done.html", copies=carried, errors=errors)


def _looked_through(chosen: Chosen, look: Look) -> tuple[list[Seen], list[str]]:
    """What could be opened, and why the others could not. Raises RuleBroken."""
    if not chosen:
        raise RuleBroken(_("Choose a file first."))
    too_much = sum(len(content) for _name, content in chosen) > MOST_TOGETHER
    if len(chosen) > MOST_AT_ONCE or (too_much and len(chosen) > 1):
        raise RuleBroken(_("That is too much at once. Choose the files one by one."))
    good, errors = [], []
    for name, content in chosen:
        try:
            good.append(look(content, current_user))
        except RuleBroken as told:
            errors.append(f"{name}: {told}" if len(chosen) > 1 and name else str(told))
    return good, errors


def _leave_trace(action: str, seen: Seen, **counted: int) -> None:
    person, told = seen.copy.person, {"hash": seen.copy.hash, **counted}
    note(action, f"user:{person.user_id}", current_user.regency, name=person.name, **told)


def _start(error: str = "") -> Response:
    is_set_up = bool(rescue_key.public_point())
    status = 422 if error else 200
    return render("rescue/start.html", status=status, error=error, is_set_up=is_set_up)


blueprints = (rescue,)
