"""What proves a report, as its pages show it: kind by kind, with what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.evidence.kinds import Kind, kinds_of
from app.evidence.models import Attachment


@dataclass(frozen=True)
class Part:
    """One kind of evidence with its files."""

    kind: Kind
    files: tuple[Attachment, ...]

    @property
    def is_missing(self) -> bool:
        return self.kind.is_required and not self.files


def parts_of(attached: Sequence[Attachment], *, annual: bool) -> tuple[Part, ...]:
    """Every kind that belongs to such a report, with or without a file."""
    return tuple(
        Part(kind, tuple(each for each in attached if each.kind == kind.code))
        for kind in kinds_of(annual=annual)
    )
