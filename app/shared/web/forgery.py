"""The token against forged forms, written differently in every answer.

Answers are compressed, and what is compressed tells by its length what repeats in it. A token
that never looks the same twice gives nothing away (BREACH), and pages that only show things
hold none at all.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from itertools import cycle

from flask import Flask
from flask_wtf.csrf import CSRFProtect, generate_csrf

PAD = 16
MARK = "~"
"""Begins a masked token; no signed one begins so."""


class MaskedProtection(CSRFProtect):
    """Flask-WTF's, for tokens that may be masked."""

    def _get_csrf_token(self) -> str | None:
        token = super()._get_csrf_token()
        return token if token is None else unmasked(token)


def protect(app: Flask, csrf: CSRFProtect) -> None:
    """Check every form that is sent, and give the templates masked tokens."""
    csrf.init_app(app)
    app.jinja_env.globals["csrf_token"] = masked_token
    app.context_processor(lambda: {"csrf_token": masked_token})


def masked_token() -> str:
    """The token of this session, for one form of one answer."""
    token = generate_csrf().encode()
    pad = secrets.token_bytes(PAD)
    return MARK + urlsafe_b64encode(pad + _over(token, pad)).decode()


def unmasked(token: str) -> str:
    """What was signed; anything else comes back as it is, and fails as it would have."""
    if not token.startswith(MARK):
        return token
    try:
        raw = urlsafe_b64decode(token[1:])
        return _over(raw[PAD:], raw[:PAD]).decode("ascii")
    except (Error, ValueError):
        return token


def _over(text: bytes, pad: bytes) -> bytes:
    return bytes(letter ^ mask for letter, mask in zip(text, cycle(pad), strict=False))
