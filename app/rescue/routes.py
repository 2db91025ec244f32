"""At the dinas: a copy that a phone saved is read, looked at, and carried in."""

import hashlib
from dataclasses import dataclass

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.identity import known_person
from app.accounts.reader import Reader
from app.accounts.roles import Permission
from app.audit.services import note
from app.offline import rescue_key
from app.rescue import wording
from app.rescue.bundle import Bundle, bundle_of
from app.rescue.carrying import carry_in
from app.rescue.envelope import MOST_BYTES, Fault, Unopened, opened
from app.rescue.looking import Looked, Standing, look
from app.shared.errors import RuleBroken
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render

rescue = Blueprint("rescue", __name__)
READ, CARRIED = "copy.read", "copy.carried_in"


@dataclass(frozen=True)
class Copy:
    """A file that could be opened, and the person it is of."""

    content: bytes
    bundle: Bundle
    person: Reader

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def leave_trace(self, action: str, **counted: int) -> None:
        whose = f"user:{self.person.user_id}"
        note(action, whose, current_user.regency, name=self.person.name, hash=self.hash, **counted)


@rescue.get("/d/salinan")
@needs(Permission.IMPORT_COPIES)
def start() -> Response:
    return _start()


@rescue.post("/d/salinan")
@needs(Permission.IMPORT_COPIES)
@commits
def read() -> Response:
    """What the file holds and what would become of it; nothing of it is stored."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _start(_("Choose a file first."))
    try:
        copy = _opened(upload.read(MOST_BYTES + 1))
        looked = [look(item, copy.person, current_user) for item in copy.bundle.items]
        _refuse_what_is_elsewhere(looked)
    except RuleBroken as told:
        return _start(str(told))
    copy.leave_trace(READ)
    fresh = sum(1 for each in looked if each.standing is Standing.NEW)
    return render("rescue/preview.html", copy=copy, looked=looked, fresh=fresh)


@rescue.get("/d/salinan/simpan")
@needs(Permission.IMPORT_COPIES)
def come_again() -> Response:
    """Somebody came back to the address of carrying in: the file is chosen anew."""
    return go_to(url_for("rescue.start"))


@rescue.post("/d/salinan/simpan")
@needs(Permission.IMPORT_COPIES)
@commits
def carry() -> Response:
    """Each item as its person would have sent it; what is there already stays as it is."""
    try:
        copy = _opened(request.form.get("copy", "").encode()[: MOST_BYTES + 1])
        _refuse_what_is_elsewhere(
            [look(item, copy.person, current_user) for item in copy.bundle.items]
        )
    except RuleBroken as told:
        return _start(str(told))
    officer: Reader = current_user._get_current_object()  # noqa: SLF001 the person, not whoever asks
    looked = list(carry_in(copy.bundle, copy.person, officer))
    kinds = [each.standing for each in looked]
    counted = {kind.value: kinds.count(kind) for kind in Standing if kind is not Standing.NEW}
    copy.leave_trace(CARRIED, **counted)
    return render("rescue/done.html", copy=copy, looked=looked, counted=counted)


def _opened(content: bytes) -> Copy:
    """Raises RuleBroken with a sentence for the officer."""
    try:
        key = rescue_key.private_key()
    except rescue_key.WrongKey:
        key = None
    if key is None:
        raise RuleBroken(_("This server has no key for copies from phones. Ask whoever runs it."))
    try:
        bundle = bundle_of(opened(content, key))
    except Unopened as told:
        raise RuleBroken(wording.sentence(told.fault)) from told
    person = known_person(bundle.user_id)
    if person is None:
        raise RuleBroken(_("The account this file is from does not exist or has been closed."))
    if not bundle.items:
        raise RuleBroken(wording.sentence(Fault.EMPTY))
    return Copy(content, bundle, person)


def _refuse_what_is_elsewhere(looked: list[Looked]) -> None:
    """Raises RuleBroken where nothing in it is about a cooperative this officer may see."""
    if not any(each.cooperative for each in looked):
        raise RuleBroken(_("Nothing in this file is about a cooperative of your regency."))


def _start(error: str = "") -> Response:
    is_set_up = bool(rescue_key.public_point())
    status = 422 if error else 200
    return render("rescue/start.html", status=status, error=error, is_set_up=is_set_up)


blueprints = (rescue,)
