"""Copies as phones save them: a key of the dinas, and files closed for it."""

import base64
import hashlib
import json
import os
import uuid
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from flask import Flask

from app.offline.rescue_key import encoded, mark_of, point_of
from app.rescue.envelope import FORMAT, VERSION, bound_to

WRITTEN = 1_790_000_000_000
Told = dict[str, Any]


def new_key(curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(curve or ec.SECP256R1())


def as_setting(key: Any) -> str:
    """The PEM of a key on one line, as .env holds it."""
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return pem.replace("\n", "\\n")


def set_up(app: Flask, key: Any) -> None:
    """From here on the deployment holds this key."""
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], rescue_key=as_setting(key))


def closed(told: Any, key: ec.EllipticCurvePrivateKey, **changes: Any) -> bytes:
    """A file as a phone writes it, with some of its words changed; `files`: those inside."""
    inside = b"".join(changes.pop("files", ()))
    own, salt, iv = new_key(), os.urandom(16), os.urandom(12)
    mark = mark_of(point_of(key.public_key()))
    bound = bound_to(mark)
    secret = own.exchange(ec.ECDH(), key.public_key())
    cipher = AESGCM(HKDF(SHA256(), 32, salt, bound).derive(secret))
    content = told if isinstance(told, bytes) else json.dumps(told).encode()
    parts = {"from": point_of(own.public_key()), "salt": salt, "iv": iv}
    content += b"\n" + inside if inside else b""
    parts["data"] = cipher.encrypt(iv, content, bound)
    words = {name: encoded(raw) for name, raw in parts.items()}
    header = {"format": FORMAT, "version": VERSION, "key": mark}
    return json.dumps({**header, **words, **changes}).encode()


def decoded(word: str) -> bytes:
    return base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))


def item(path: str, entries: dict[str, str], **changes: Any) -> dict[str, Any]:
    """Something that waits to be sent."""
    blank = {
        "id": str(uuid.uuid4()),
        "path": path,
        "page": path,
        "group": "",
        "kind": "section",
        "title": "Laporan",
        "created": WRITTEN,
        "waits": False,
    }
    return {**blank, "entries": list(entries.items()), **changes}


def draft(path: str, entries: list[tuple[str, str, str]], **changes: Any) -> dict[str, Any]:
    """Something that was typed and not pressed for: name, type and value of each field."""
    return {"path": path, "at": WRITTEN, "rev": "r1", "entries": entries, **changes}


def file(path: str, content: bytes, **changes: Any) -> dict[str, Any]:
    """What a copy tells of a file for the report with this page of attachments."""
    sent_hash = hashlib.sha256(content).hexdigest()
    told = {"path": path, "kind": "signed_balance_sheet", "name": "neraca.jpg", "isIn": True}
    return {**told, "size": len(content), "hash": sent_hash, "created": WRITTEN, **changes}


def work(user_id: int, *items: Any, drafts: tuple[Any, ...] = (), files: Any = ()) -> Told:
    """Everything unsent of one person."""
    told = {"items": list(items), "drafts": list(drafts), "files": list(files)}
    return {"uid": user_id, "at": WRITTEN, **told}
