"""The register as a CSV file, and an empty one to fill."""

import csv
import io
from collections.abc import Iterable, Iterator

from flask import Response
from flask_login import current_user

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.cooperatives.exporting import heading, line
from app.cooperatives.importing.columns import COLUMNS
from app.cooperatives.importing.reading import guarded
from app.cooperatives.queries.lists import officer_names, register_pages
from app.cooperatives.routes.blueprint import cooperatives
from app.shared import clock

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets read UTF-8 as something else."""


@cooperatives.get("/d/koperasi/impor/templat.csv")
@needs(Permission.EDIT_COOPERATIVES)
def template() -> Response:
    example = [column.example for column in COLUMNS]
    return csv_file([heading(), example], "templat-koperasi.csv")


@cooperatives.get("/d/koperasi/unduh.csv")
@needs(Permission.READ_COOPERATIVES)
def download() -> Response:
    """What the reader may see of the register, in the columns an import takes."""
    name = f"koperasi-{clock.today().isoformat()}.csv"
    return csv_file([heading(), *_lines()], name)


def _lines() -> Iterator[list[str]]:
    for page in register_pages(current_user):
        names = officer_names([each.id for each in page])
        for each in page:
            yield line(each, names.get(each.id, {}))


def csv_file(rows: Iterable[list[str]], name: str) -> Response:
    """Rows as a file to save, in which no cell is taken for a formula."""
    text = io.StringIO()
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    response = Response(text.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
