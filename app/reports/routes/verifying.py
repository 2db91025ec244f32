"""Is this receipt genuine? Anyone who holds its code may ask."""

from flask import Response, request, url_for
from flask_babel import gettext as _

from app.accounts.access import public
from app.reports import queries, receipts
from app.reports.routes.blueprint import reports
from app.shared.web.rendering import go_to, render


@reports.get("/verifikasi")
@public
def ask_code() -> Response:
    code = receipts.plain(request.args.get("kode", ""))
    if code:
        return go_to(url_for("reports.verify", code=code))
    error = _("Type the code that stands on the receipt.") if "kode" in request.args else ""
    status = 422 if error else 200
    return render("reports/verify.html", status=status, found=None, code="", error=error)


@reports.get("/verifikasi/<code>")
@public
def verify(code: str) -> Response:
    """Shows only what stands on the paper itself: no amounts."""
    plain = receipts.plain(code)
    found = queries.filing_by_code(plain)
    return render(
        "reports/verify.html",
        status=200 if found else 404,
        found=found,
        code=receipts.grouped(plain),
    )
