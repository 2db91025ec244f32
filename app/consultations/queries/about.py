"""What a question is about: a report of the asker's cooperative, or one figure of it."""

import uuid
from dataclasses import dataclass

from app.figures.catalogue import catalogue
from app.obligations.models import Obligation
from app.obligations.queries import by_public_id
from app.shared.web.words import period_name


@dataclass(frozen=True)
class About:
    """`label` is Laporan's period, with the figure's name where it is about one."""

    report_id: uuid.UUID
    figure: str
    obligation: Obligation

    @property
    def value(self) -> str:
        """As a form carries it."""
        return f"{self.report_id}/{self.figure}"

    @property
    def period(self) -> str:
        return period_name(self.obligation)

    @property
    def figure_label(self) -> str:
        return catalogue().label(self.figure) if self.figure else ""


def about(cooperative_id: int, report: uuid.UUID | None, figure: str) -> About | None:
    """None where it is about nothing that this cooperative has."""
    found = by_public_id(report) if report else None
    if report is None or found is None or found[1].id != cooperative_id:
        return None
    known = figure if figure in catalogue().codes else ""
    return About(report, known, found[0])


def about_said(cooperative_id: int, value: str) -> About | None:
    """The same from what a form carries: a UUID, a stroke and maybe a code."""
    report, _stroke, figure = value.partition("/")
    try:
        return about(cooperative_id, uuid.UUID(report), figure)
    except ValueError:
        return None
