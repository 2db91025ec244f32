"""The printed sheet of a code: its QR code, and the day until which it is good."""

from dataclasses import dataclass

from flask import current_app, url_for

from app.accounts.typed.codes import spelled


@dataclass(frozen=True)
class Slip:
    """`path` draws the dark modules of a QR code on a square of `size` modules."""

    code: str
    address: str
    path: str
    size: int


def slip_of(code: str) -> Slip:
    """A code to hand over: as text, and as a QR code that opens the page with it filled in."""
    import segno

    public = str(current_app.config["PUBLIC_URL"])
    page = url_for("accounts.activate")
    drawn = segno.make(f"{public}{page}?k={spelled(code)}", error="m", micro=False)
    rows = enumerate(drawn.matrix_iter(border=2))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in rows for x, dark in enumerate(row) if dark)
    return Slip(spelled(code), f"{public}{page}", path, int(drawn.symbol_size(border=2)[0]))
