"""The receipt: what became of a version, its QR code and its address."""

from dataclasses import dataclass

from flask import current_app, url_for
from flask_babel import gettext as _

from app.reports.models import Filing
from app.reports.states import ReportState
from app.shared.formatting import moment


@dataclass(frozen=True)
class ReceiptCode:
    """`path` draws the dark modules of a QR code on a square of `size` modules."""

    code: str
    url: str
    path: str
    size: int


@dataclass(frozen=True)
class Outcome:
    """What became of a filed version, with the tone and icon that go with it."""

    title: str
    text: str
    tone: str
    icon: str


def outcome(filing: Filing) -> Outcome:
    """Accepted, returned or waiting: what a person who sent it wants to know first."""
    day = moment(filing.reviewed_at) if filing.reviewed_at else ""
    is_first = filing.number == 1
    if filing.state == ReportState.ACCEPTED:
        title = _("The report is accepted") if is_first else _("The correction is accepted")
        return Outcome(title, _("The dinas accepted it on %(day)s.", day=day), "good", "done")
    if filing.state == ReportState.RETURNED:
        title = _("The report was sent back") if is_first else _("The correction was sent back")
        said = _("The dinas sent it back on %(day)s. Reason: %(reason)s", **_why(filing, day))
        return Outcome(title, said, "bad", "stop")
    title = _("The correction has been sent and waits for review")
    if is_first:
        title = _("The report has been sent and waits for review")
    said = _("No officer of the dinas has looked at it yet.")
    if day:
        said = _(
            "The dinas undid its acceptance on %(day)s. Reason: %(reason)s", **_why(filing, day)
        )
    return Outcome(title, said, "fair", "clock")


def _why(filing: Filing, day: str) -> dict[str, str]:
    return {"day": day, "reason": filing.review_reason}


def qr(filing: Filing) -> ReceiptCode:
    """Where anyone can check this receipt, as a QR code to print."""
    import segno

    spelled = grouped(filing.verification_code)
    place = url_for("reports.verify", code=filing.verification_code)
    url = f"{current_app.config['PUBLIC_URL']}{place}"
    drawn = segno.make(url, error="m", micro=False)
    rows = enumerate(drawn.matrix_iter(border=2))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in rows for x, dark in enumerate(row) if dark)
    return ReceiptCode(spelled, url, path, int(drawn.symbol_size(border=2)[0]))


def grouped(code: str) -> str:
    """Twelve characters in fours, to be read aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(typed: str) -> str:
    """A code as people type it: any case, spaces and dashes, O for 0, I and L for 1."""
    kept = "".join(each for each in typed.upper() if each.isalnum())
    return kept.translate(str.maketrans("OIL", "011"))
