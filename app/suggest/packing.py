"""The phone of a cooperative's officer holds the short answers, for a question without a signal."""

from app.offline.pack import Pack
from app.suggest.files import address


def pack_answers(pack: Pack) -> None:
    if pack.reader.cooperative_id is not None:
        pack.files.add(address())
