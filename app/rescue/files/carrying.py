"""Carrying files in: told of before their report goes, brought after it, as the phone does it.

Asked of the same addresses as `app/assets/js/evidence/sending.js`, so the phone's own sending
later on finds each file there.
"""

from dataclasses import replace
from typing import Any

from werkzeug.exceptions import HTTPException

from app.accounts.reader import Reader
from app.evidence.promised.services import LARGEST_PIECE
from app.reports.services.promising import HERE, OPEN, REFUSED
from app.rescue.asking import ask, not_any_more
from app.rescue.files.looking import LookedFile, refuse
from app.rescue.looking import Standing
from app.shared.errors import NotTheirs, RuleBroken

WAITING = (Standing.NEW, Standing.EXPECTED)
Told = dict[str, Any]


def promised(looked: LookedFile, officer: Reader) -> LookedFile:
    """The server knows from now on that this file will follow, or it says why it may not."""
    if looked.standing not in WAITING:
        return looked
    return _followed(looked, officer, _promise)


def brought(looked: LookedFile, officer: Reader) -> LookedFile:
    """The file stands at its report, or the sentence says why not."""
    if looked.standing is not Standing.NEW:
        return looked
    return _followed(looked, officer, _bring)


def _followed(looked: LookedFile, officer: Reader, act: Any) -> LookedFile:
    try:
        told, standing = act(looked, officer)
    except RuleBroken as broken:
        return refuse(looked, str(broken))
    except (NotTheirs, HTTPException):
        return refuse(looked, not_any_more())
    if told["state"] == REFUSED:
        return refuse(looked, told["why"])
    return replace(looked, standing=standing) if told["state"] == HERE else looked


def _promise(looked: LookedFile, officer: Reader) -> tuple[Told, Standing]:
    (told,) = _asked(looked, officer, "", json=[looked.held.as_json])
    return told, Standing.THERE


def _bring(looked: LookedFile, officer: Reader) -> tuple[Told, Standing]:
    """From where the server has it: the phone may have brought the first half."""
    held, (told, standing) = looked.held, _promise(looked, officer)
    content, had = held.content or b"", -1
    while told["state"] == OPEN and told["had"] > had:
        had, standing = told["had"], Standing.STORED
        if had == held.size:
            told = _asked(looked, officer, f"/{held.sent_hash}/selesai")
        else:
            piece = content[had : had + LARGEST_PIECE]
            begins = {"dari": str(had)}
            told = _asked(looked, officer, f"/{held.sent_hash}", data=piece, query_string=begins)
    return told, standing


def _asked(looked: LookedFile, officer: Reader, rest: str, **sent: Any) -> Any:
    reader = looked.reader
    if reader is None:
        raise NotTheirs
    return ask(f"{looked.held.path}/menyusul{rest}", reader, officer, **sent).json
