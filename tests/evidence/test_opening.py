"""A stranger's file is what its bytes say; what could do harm is refused or gone."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from app.evidence.accepting import Opened, open_apart
from app.evidence.opening import pdfs
from app.evidence.opening.formats import Format, Refusal, Refused
from tests.support import files

POSITION = "Jalan Pemuda 1"
SCRIPT = b"<script>alert(1)</script>"


def why_not(content: bytes) -> Refusal:
    with pytest.raises(Refused) as refused:
        open_apart(content)
    return refused.value.why


def picture(found: Opened) -> Image.Image:
    return Image.open(BytesIO(found.kept))


def exif(**more) -> bytes:
    """Turned a quarter, taken at a place."""
    made = Image.Exif()
    made[0x0112] = 6
    made[0x010E] = POSITION
    made.get_ifd(0x8825)[2] = (6.0, 48.0, 20.0)
    return made.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_becomes_a_jpeg_with_a_preview(kind):
    found = open_apart(files.image(kind, (2400, 1200)))
    assert found.format is Format.JPEG
    assert picture(found).format == "JPEG"
    assert picture(found).size == (1600, 800)
    assert max(Image.open(BytesIO(found.preview)).size) == 240


def test_a_small_photo_is_not_blown_up():
    assert picture(open_apart(files.image(size=(300, 200)))).size == (300, 200)


def test_a_photo_keeps_no_position_and_stands_upright():
    sent = files.image(size=(640, 480), exif=exif(), halves=True, mode="L")
    assert POSITION.encode() in sent
    found = open_apart(sent)
    kept = picture(found)
    assert kept.size == (480, 640)
    assert kept.getpixel((240, 20))[0] < 50
    assert kept.getpixel((240, 620))[0] > 200
    assert not kept.getexif()
    assert POSITION.encode() not in found.kept
    assert b"Exif" not in found.kept


def test_what_can_be_seen_through_lies_on_white_paper():
    found = open_apart(files.image("PNG", (40, 40), "RGBA", colour=(200, 0, 0, 0)))
    assert picture(found).getpixel((5, 5)) == (255, 255, 255)


def test_a_grey_scan_of_sixteen_bits_stays_grey():
    found = open_apart(files.image("PNG", (40, 40), "I;16", colour=30_000))
    assert abs(picture(found).getpixel((5, 5))[0] - 117) < 4


@pytest.mark.parametrize("tail", [SCRIPT, files.workbook()], ids=["script", "archive"])
def test_a_second_file_behind_a_photo_is_gone(tail):
    found = open_apart(files.image() + tail)
    assert tail not in found.kept
    assert tail not in found.preview


def test_a_picture_of_200_megapixels_is_refused_by_its_header():
    header = struct.pack(">IIBBBBB", 20_000, 10_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + chunk
    sent = start + struct.pack(">I", zlib.crc32(chunk)) + files.image("PNG")[33:]
    assert why_not(sent) is Refusal.TOO_MANY_PIXELS


def test_a_webp_that_would_take_too_much_room_is_refused_by_its_header():
    assert why_not(files.image("WEBP", (6000, 4000), method=0)) is Refusal.TOO_MANY_PIXELS


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_fifty_megapixels_are_still_opened(mode):
    sent = files.image("PNG", (8000, 6200), mode, colour=0, compress_level=1)
    assert picture(open_apart(sent)).size == (1600, 1240)


def test_a_photo_that_was_cut_off_is_damaged():
    assert why_not(files.image(size=(1200, 900), halves=True)[:3000]) is Refusal.DAMAGED


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", Refusal.EMPTY),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>", Refusal.UNKNOWN),
        (b"<!doctype html>" + SCRIPT, Refusal.UNKNOWN),
        (b"GIF89a" + SCRIPT, Refusal.UNKNOWN),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Refusal.HEIC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.OLD_OFFICE),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Refusal.LOCKED,
        ),
        (b"\xff\xd8\xff" + SCRIPT, Refusal.DAMAGED),
        (b"%PDF-1.7\n" + SCRIPT + b"\n%%EOF", Refusal.DAMAGED),
        (b"PK\x03\x04" + SCRIPT, Refusal.DAMAGED),
    ],
)
def test_what_is_no_photo_pdf_or_workbook_is_refused(sent, why):
    assert why_not(sent) is why


def test_a_pdf_is_kept_byte_for_byte_and_its_pages_counted():
    found = open_apart(files.pdf(3))
    assert (found.format, found.pages, found.kept) == (Format.PDF, 3, b"")


def test_twenty_pages_are_taken_and_twenty_one_are_not():
    assert open_apart(files.pdf(20)).pages == 20
    assert why_not(files.pdf(21)) is Refusal.TOO_MANY_PAGES


def test_a_pdf_of_very_many_objects_keeps_nobody_waiting(monkeypatch):
    monkeypatch.setattr(pdfs, "MOST_OBJECTS", 20)
    assert pdfs.pages_of(files.pdf(15)) == 15
    with pytest.raises(Refused) as refused:
        pdfs.pages_of(files.pdf(20))
    assert refused.value.why is Refusal.SWOLLEN


def test_a_pdf_with_a_password_is_refused():
    assert why_not(files.pdf(user_password="rahasia")) is Refusal.LOCKED


def test_a_pdf_with_something_behind_it_is_refused():
    assert why_not(files.pdf() + files.workbook()) is Refusal.DAMAGED


def action(kind: str, **more) -> DictionaryObject:
    named = {NameObject("/S"): NameObject(kind)}
    return DictionaryObject(named | {NameObject(key): value for key, value in more.items()})


def at_opening(kind: str):
    return lambda writer: writer.root_object.update({NameObject("/OpenAction"): action(kind)})


def linked(writer):
    """An action deep in a page's annotation, under names that `spelled` writes anew."""
    script = action("/kindofaction", **{"/letter": TextStringObject("app.alert(1)")})
    note = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Subtype"): NameObject("/Link"),
        NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
        NameObject("/A"): script,
    })  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


@pytest.mark.parametrize(
    ("kind", "key"), [(b"/#4aavaScript", b"/letter"), (b"/kindofaction", b"/#4a#53")]
)
def test_a_script_is_found_however_its_name_is_spelled(kind, key):
    sent = files.pdf(prepare=linked)
    open_apart(sent)
    assert why_not(sent.replace(b"/kindofaction", kind).replace(b"/letter", key)) is (
        Refusal.ACTIVE_PDF
    )


@pytest.mark.parametrize(
    "prepare",
    [
        at_opening("/JavaScript"),
        lambda writer: writer.add_attachment("gaji.exe", b"MZ"),
        at_opening("/Launch"),
        at_opening("/SubmitForm"),
        at_opening("/ImportData"),
    ],
    ids=["script", "file", "launch", "submit", "import"],
)
def test_a_pdf_that_does_more_than_show_pages_is_refused(prepare):
    assert why_not(files.pdf(prepare=prepare)) is Refusal.ACTIVE_PDF


def test_a_script_in_a_compressed_stream_of_objects_is_found():
    inner = b"<</S/JavaScript/JS(app.alert(1))>>"
    packed = zlib.compress(b"5 0 " + inner)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(packed), packed),
    ]
    sent, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(sent))
        sent += b"%d 0 obj%s\nendobj\n" % (number, part)
    start = len(sent)
    rows = b"".join(b"\1" + struct.pack(">HB", place, 0) for place in places)
    rows = b"\0\0\0\0" + rows + b"\2\0\4\0" + b"\1" + struct.pack(">HB", start, 0)
    table = b"<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Length %d>>stream\n" % len(rows)
    sent += b"6 0 obj" + table + rows + b"\nendstream\nendobj\n"
    sent += b"startxref\n%d\n%%%%EOF" % start
    assert b"JavaScript" not in sent
    assert why_not(sent) is Refusal.ACTIVE_PDF


def test_a_link_to_a_page_of_the_web_is_no_harm():
    uri = {"/URI": TextStringObject("https://kuduskab.go.id")}
    open_apart(files.pdf(prepare=lambda w: w.root_object.update(
        {NameObject("/OpenAction"): action("/URI", **uri)}
    )))  # fmt: skip


def test_a_workbook_is_kept_byte_for_byte():
    found = open_apart(files.workbook({"xl/worksheets/sheet1.xml": b"<worksheet/>"}))
    assert (found.format, found.pages, found.kept) == (Format.XLSX, 0, b"")


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (files.workbook({"xl/vbaProject.bin": b"MZ"}), Refusal.ACTIVE_SHEET),
        (files.workbook({"xl/embeddings/oleObject1.bin": b"MZ"}), Refusal.ACTIVE_SHEET),
        (
            files.workbook(kind="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            Refusal.ACTIVE_SHEET,
        ),
        (files.workbook(kind="application/zip"), Refusal.UNKNOWN),
        (files.workbook({"xl/sheet.xml": bytes(64 * 1024 * 1024)}), Refusal.SWOLLEN),
        (files.workbook({f"xl/{n}.xml": b"" for n in range(2001)}), Refusal.SWOLLEN),
        (files.workbook() + SCRIPT, Refusal.DAMAGED),
    ],
    ids=["macro", "object", "macro by name", "no workbook", "bomb", "many parts", "tail"],
)
def test_a_workbook_that_is_more_than_figures_is_refused(sent, why):
    assert why_not(sent) is why


def test_a_bomb_of_many_middling_parts_is_refused():
    part = bytes(1024 * 1024)
    assert why_not(files.workbook({f"xl/{n}.xml": part for n in range(120)})) is Refusal.SWOLLEN


def test_an_archive_locked_part_by_part_is_refused():
    sent = bytearray(files.workbook())
    at = sent.index(b"PK\x01\x02")
    sent[at + 8] |= 1
    assert why_not(bytes(sent)) is Refusal.LOCKED


def test_words_that_multiply_in_a_workbook_are_refused():
    declared = "<!DOCTYPE Types [<!ENTITY b 'bbbbbbbb'>]>"
    sent = files.workbook_with_types(declared + files.TYPES_XML.format(kind="&b;"))
    assert why_not(sent) is Refusal.SWOLLEN
