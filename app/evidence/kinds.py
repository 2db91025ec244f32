"""What proves a report, as a table: a line more is a kind more. Pure."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Kind:
    """`is_required`: its absence is said before sending, and never stops it."""

    code: str
    name: LazyString
    why: LazyString
    is_required: bool
    only_annual: bool = False


KINDS = (
    Kind(
        "signed_balance_sheet",
        _l("Signed balance sheet"),
        _l(
            "Shows that the board stands behind the figures. Signed by the chair and the treasurer."
        ),
        is_required=True,
    ),
    Kind(
        "annual_meeting_record",
        _l("Record of the annual meeting (RAT)"),
        _l("Shows that the members accepted the yearly report. With the list of those present."),
        is_required=True,
        only_annual=True,
    ),
    Kind(
        "other",
        _l("Other papers"),
        _l("For example a bank statement, or what the officer asked for."),
        is_required=False,
    ),
)


def kinds_of(*, annual: bool) -> tuple[Kind, ...]:
    """What belongs to a report of this period, in the order it is asked for."""
    return tuple(kind for kind in KINDS if annual or not kind.only_annual)
