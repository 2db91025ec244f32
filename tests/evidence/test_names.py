"""The name of a file is only shown, so that nothing hides in it."""

import pytest

from app.evidence.names import LONGEST, shown_name
from app.evidence.opening.formats import Format


@pytest.mark.parametrize(
    ("given", "kept_as", "shown"),
    [
        ("Neraca 2025.pdf", Format.PDF, "Neraca 2025.pdf"),
        ("Neraca.PNG", Format.JPEG, "Neraca.jpg"),
        ("neraca.jpg.pdf", Format.PDF, "neraca.jpg.pdf"),
        ("foto.exe", Format.JPEG, "foto.exe.jpg"),
        (r"C:\Users\Siti\neraca.xlsx", Format.XLSX, "neraca.xlsx"),
        ("../../etc/passwd", Format.PDF, "passwd.pdf"),
        ("ner\u202eaca\r\n.pdf", Format.PDF, "ner aca.pdf"),
        ("", Format.JPEG, "lampiran.jpg"),
        (".pdf", Format.PDF, "lampiran.pdf"),
        ("Берита.pdf", Format.PDF, "Берита.pdf"),
    ],
)
def test_a_name_is_cleaned_and_ends_in_what_the_file_is(given, kept_as, shown):
    assert shown_name(given, kept_as) == shown


def test_a_long_name_is_cut_and_keeps_its_ending():
    name = shown_name("a" * 300 + ".pdf", Format.PDF)
    assert len(name) == LONGEST
    assert name.endswith("a.pdf")
