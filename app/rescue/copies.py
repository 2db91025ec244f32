"""Copies as an officer chooses them: opened, whose they are, looked through. Nothing is written."""

import hashlib
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.accounts.identity import known_person
from app.accounts.reader import Reader
from app.offline import rescue_key
from app.rescue import wording
from app.rescue.bundle import Bundle, bundle_of
from app.rescue.envelope import Fault, Unopened, opened
from app.rescue.files.looking import LookedFile, look_at, opened_up
from app.rescue.looking import Looked, Standing, look
from app.shared.errors import RuleBroken
from app.shared.transactions import let_go

PIECE = 400 * 1024
"""A field of a form may hold less than half a megabyte (MAX_FORM_MEMORY_SIZE)."""
OPENED_UP = 10
"""So many files are shown with their picture: opening one takes up to a second."""


@dataclass(frozen=True)
class Copy:
    """A file that could be opened, and the person it is of."""

    content: bytes
    bundle: Bundle
    person: Reader

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def pieces(self) -> list[str]:
        """Still closed, to travel back in a form."""
        text = self.content.decode()
        return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


@dataclass(frozen=True)
class Seen:
    """A copy with how each thing in it stands."""

    copy: Copy
    looked: tuple[Looked, ...]
    files: tuple[LookedFile, ...]

    @property
    def parts(self) -> tuple[Looked | LookedFile, ...]:
        return (*self.looked, *self.files)

    def count(self, standing: Standing) -> int:
        return sum(1 for each in self.parts if each.standing is standing)

    @property
    def counted(self) -> dict[str, int]:
        """What became of it."""
        over = (Standing.STORED, Standing.THERE, Standing.REFUSED)
        return {each.value: self.count(each) for each in over}


def seen(content: bytes, officer: Reader) -> Seen:
    """Raises RuleBroken with a sentence for the officer."""
    copy = _opened(content)
    looked = tuple(look(each, copy.person, officer) for each in copy.bundle.items)
    files = tuple(look_at(each, copy.person, officer) for each in copy.bundle.files)
    found = Seen(copy, looked, files)
    if not any(each.cooperative for each in found.parts):
        raise RuleBroken(_("Nothing in this file is about a cooperative of your regency."))
    return found


def seen_with_pictures(content: bytes, officer: Reader) -> Seen:
    """The same; the first files are opened up here already, the others when they are stored."""
    found = seen(content, officer)
    let_go()
    first, others = found.files[:OPENED_UP], found.files[OPENED_UP:]
    return replace(found, files=(*map(opened_up, first), *others))


def _opened(content: bytes) -> Copy:
    try:
        key = rescue_key.private_key()
    except rescue_key.WrongKey:
        key = None
    if key is None:
        raise RuleBroken(_("This server has no key for copies from phones. Ask whoever runs it."))
    try:
        bundle = bundle_of(*opened(content, key))
    except Unopened as told:
        raise RuleBroken(wording.sentence(told.fault)) from told
    person = known_person(bundle.user_id)
    if person is None:
        raise RuleBroken(_("The account this file is from does not exist or has been closed."))
    if not bundle.items and not bundle.files:
        raise RuleBroken(wording.sentence(Fault.EMPTY))
    return Copy(content, bundle, person)
