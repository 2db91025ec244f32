"""Sentences for what cannot both be true of a cooperative."""

from collections.abc import Callable

from flask_babel import gettext as _

from app.cooperatives.consistency import Contradiction

CONTRADICTIONS: dict[Contradiction, Callable[[str], str]] = {
    Contradiction.SAVINGS_GROUP: lambda group: _(
        "The group %(group)s is of the type Simpan Pinjam. Correct the type or the group.",
        group=group,
    ),
    Contradiction.SHARIA_GROUP: lambda group: _(
        "The group %(group)s works by sharia. Correct the pattern or the group.", group=group
    ),
    Contradiction.SECONDARY_GROUP: lambda group: _(
        "The group %(group)s has cooperatives as members. Correct the form or the group.",
        group=group,
    ),
}
