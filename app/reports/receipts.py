"""The receipt's QR code and its address."""

from dataclasses import dataclass

from flask import current_app, url_for

from app.reports.models import Filing


@dataclass(frozen=True)
class ReceiptCode:
    """`path` draws the dark modules of a QR code on a square of `size` modules."""

    code: str
    url: str
    path: str
    size: int


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
