"""Photos chosen on a phone come to the report whatever happens: small, once, none is lost."""

import io
import time

import pytest
from PIL import Image
from playwright.sync_api import expect

from app.reports.services import promising
from tests.journeys.test_outbox import fill_up
from tests.journeys.test_shared_phone import PIN, lock, open_with, set_pin
from tests.offline.test_copies import background_sync, put_away
from tests.support import files, phone
from tests.support.chromium import PATIENCE, Opened
from tests.support.evidence import BALANCE, Attaching, chosen, photo
from tests.support.filling import ARRIVED, Filling, is_filed_once
from tests.support.live import Live
from tests.support.treasurer import open_report

pytestmark = pytest.mark.browser

MOST_BYTES = 300 * 1024
PDF = "application/pdf"
PIECE = 64 * 1024


def sent_sizes(attaching: Attaching) -> list[int]:
    """How large each waiting file is that this phone would send."""
    return [each["size"] for each in phone.kept(attaching.page, "files")]


def test_photos_chosen_without_a_signal_outlive_the_page_and_come_small(
    attaching: Attaching,
) -> None:
    attaching.live.server.stop()
    attaching.choose(chosen("neraca 1.jpg", photo(1)), chosen("neraca 2.jpg", photo(2)))
    attaching.says_waiting(2)
    assert all(0 < size <= MOST_BYTES for size in sent_sizes(attaching))
    attaching.page.reload()
    attaching.says_waiting(2)
    assert attaching.there() == []

    attaching.live.server.start()
    attaching.page.reload()
    attaching.until_all_sent()
    first, second = attaching.there()
    assert (first.name, second.name) == ("neraca 1.jpg", "neraca 2.jpg")
    kept = Image.open(io.BytesIO(attaching.content(first.content_hash)))
    assert (max(kept.size), kept.size[0] < kept.size[1]) == (1600, True)
    assert not kept.getexif()
    assert phone.kept(attaching.page, "bytes") == []


def test_what_a_camera_writes_beside_the_picture_never_leaves_the_phone(
    attaching: Attaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, came, taken = promising.take_piece, photo(9), []

    def watched(case, sent_hash, begins_at, piece):  # type: ignore[no-untyped-def]
        taken.append(piece)
        return take(case, sent_hash, begins_at, piece)

    monkeypatch.setattr(promising, "take_piece", watched)
    attaching.choose(chosen("neraca.jpg", came))
    phone.until(lambda: len(attaching.there()) == 1, attaching.page)
    assert b"Exif" in came
    assert b"Kamera Siti" in came
    sent = b"".join(taken)
    assert PIECE < len(sent) <= MOST_BYTES
    assert b"Exif" not in sent
    assert b"Kamera Siti" not in sent


def test_a_line_that_breaks_between_two_pieces_goes_on_where_it_broke(
    attaching: Attaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = files.pdf(2, lambda writer: writer.add_metadata({"/Title": "x" * 300_000}))
    take, begun = promising.take_piece, []
    broken = attaching.live.server.losing_answers()

    def taken(case, sent_hash, begins_at, piece):  # type: ignore[no-untyped-def]
        begun.append(begins_at)
        if len(begun) == 2:
            broken.__enter__()
        return take(case, sent_hash, begins_at, piece)

    monkeypatch.setattr(promising, "take_piece", taken)
    attaching.choose(chosen("berita acara.pdf", paper, PDF))
    page = attaching.page
    phone.until(lambda: any(each["tries"] for each in phone.kept(page, "files")), page)
    broken.__exit__(None, None, None)

    attaching.page.reload()
    attaching.until_all_sent()
    assert begun == list(range(0, len(paper), PIECE))
    (file,) = attaching.there()
    assert attaching.content(file.content_hash) == paper


def test_a_refused_file_stays_with_its_reason_and_holds_up_nothing(attaching: Attaching) -> None:
    long, good = files.pdf(21), files.pdf(2)
    attaching.choose(chosen("panjang.pdf", long, PDF), chosen("neraca.pdf", good, PDF))

    expect(attaching.rows("wrong")).to_have_count(1, timeout=PATIENCE)
    expect(attaching.rows()).to_have_count(1)
    row = attaching.rows("wrong")
    expect(row).to_contain_text("panjang.pdf")
    said = attaching.page.locator(f"[data-said={BALANCE}]")
    expect(said).to_contain_text("neraca.pdf sudah terkirim.")
    expect(row).to_contain_text("PDF ini lebih dari 20 halaman. Kirim per bagian.")
    expect(attaching.page.locator(f"#{BALANCE}-there")).to_contain_text("neraca.pdf")
    expect(attaching.page.locator(f"#{BALANCE}-state")).to_contain_text("1 berkas")
    assert [each.name for each in attaching.there()] == ["neraca.pdf"]

    attaching.page.goto("/antrean")
    expect(attaching.page.locator("[data-part=items] > li")).to_contain_text("20 halaman")
    attaching.open()
    attaching.rows("wrong").get_by_role("button", name="Hapus").click()
    attaching.rows().get_by_role("button", name="Hapus", exact=True).last.click()
    expect(attaching.rows()).to_have_count(0)
    assert phone.kept(attaching.page, "bytes") == []


def test_the_same_photo_twice_is_one_file(attaching: Attaching) -> None:
    same = photo(3)
    attaching.live.server.stop()
    attaching.choose(chosen("a.jpg", same), chosen("b.jpg", same))
    attaching.says_waiting(1)
    said = attaching.page.locator(f"[data-said={BALANCE}]")
    expect(said).to_contain_text("b.jpg: Berkas ini sudah menunggu di sini")

    attaching.live.server.start()
    attaching.page.reload()
    attaching.until_all_sent()
    attaching.choose(chosen("c.jpg", same))
    attaching.until_all_sent()
    assert [each.name for each in attaching.there()] == ["a.jpg"]


def test_what_can_never_be_taken_is_said_before_it_is_kept(attaching: Attaching) -> None:
    attaching.live.server.stop()
    large = b"%PDF-" + bytes(10 * 1024 * 1024)
    attaching.choose(
        chosen("kosong.pdf", b"", PDF),
        chosen("gaji.html", b"<p>", "text/html"),
        chosen("besar.pdf", large, PDF),
    )
    said = attaching.page.locator(f"[data-said={BALANCE}]")
    expect(said).to_contain_text("kosong.pdf: Berkas kosong. Pilih berkas lain.")
    expect(said).to_contain_text("gaji.html: Berkas harus PDF, JPG, PNG, atau Excel (.xlsx).")
    expect(said).to_contain_text("besar.pdf: Berkas lebih dari 10 MB.")
    expect(attaching.rows()).to_have_count(0)


def test_a_photo_the_phone_cannot_read_is_kept_as_it_is_and_the_server_says_why(
    attaching: Attaching,
) -> None:
    heic = b"\0\0\0\x18ftypheic" + bytes(200)
    attaching.choose(chosen("IMG_1.HEIC", heic, "image/heic"))
    expect(attaching.rows("wrong")).to_contain_text("HEIC", timeout=PATIENCE)
    (kept,) = phone.kept(attaching.page, "files")
    assert kept["size"] == len(heic)


def test_a_removed_photo_is_waited_for_no_more(
    attaching: Attaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(promising, "take_piece", fail)
        attaching.choose(chosen("salah.jpg", photo(4)))
        attaching.says_waiting(1)
        phone.until(lambda: len(attaching.promised()) == 1, attaching.page)
        attaching.says_waiting(1)
    attaching.rows().get_by_role("button", name="Hapus").click()
    attaching.rows().get_by_role("button", name="Hapus", exact=True).last.click()

    attaching.until_all_sent()
    assert attaching.promised() == []
    assert attaching.there() == []


def fail(*_asked: object) -> None:
    raise RuntimeError("the server stumbles")


def test_a_full_phone_says_so_and_the_form_still_sends(live: Live, open_browser: Opened) -> None:
    context = open_browser(live, live.person("bendahara"))
    page = context.new_page()
    fill_up(page, live.url)
    attaching = Attaching(live, context, page, open_report(page, "Triwulan"))
    attaching.open()
    attaching.choose(chosen("neraca.pdf", files.pdf(2), PDF))
    said = page.locator(f"[data-said={BALANCE}]")
    expect(said).to_contain_text("neraca.pdf: Ruang penyimpanan HP penuh.")
    page.locator(f"#{BALANCE} [type=submit]").click()
    expect(page.locator("#notices")).to_contain_text("1 berkas sudah dilampirkan.")
    assert [each.name for each in attaching.there()] == ["neraca.pdf"]


def test_a_pin_seals_photos_anew_and_they_are_still_sent(attaching: Attaching) -> None:
    attaching.live.server.stop()
    attaching.choose(chosen("neraca.jpg", photo(7)))
    attaching.says_waiting(1)
    (before,) = phone.kept(attaching.page, "bytes")
    set_pin(attaching.page)
    (after,) = phone.kept(attaching.page, "bytes")
    assert after["sealed"] != before["sealed"]

    lock(attaching.page)
    attaching.live.server.start()
    attaching.page.goto(attaching.address)
    expect(attaching.rows("waiting")).to_contain_text("Terkunci dengan PIN Anda")
    assert attaching.there() == []
    attaching.page.goto("/kunci")
    open_with(attaching.page, PIN)
    attaching.until_all_sent()
    assert [each.name for each in attaching.there()] == ["neraca.jpg"]


def test_signing_out_without_a_pin_asks_about_photos_and_deletes_them_only_when_told(
    attaching: Attaching,
) -> None:
    attaching.choose(chosen("panjang.pdf", files.pdf(21), PDF))
    expect(attaching.rows("wrong")).to_have_count(1, timeout=PATIENCE)
    attaching.page.goto("/keluar")
    expect(attaching.page.locator("leave-guard")).to_contain_text("Masih ada 1 data")
    attaching.page.get_by_role("button", name="Hapus data itu dan keluar").click()
    attaching.page.get_by_role("button", name="Ya, hapus dan keluar").click()
    expect(attaching.page.get_by_role("heading", level=1, name="Masuk")).to_be_visible()
    assert phone.kept(attaching.page, "files") == phone.kept(attaching.page, "bytes") == []


def test_the_worker_sends_photos_with_no_page_open(attaching: Attaching) -> None:
    attaching.live.server.stop()
    attaching.choose(chosen("neraca.jpg", photo(8)))
    attaching.says_waiting(1)
    wake = background_sync(attaching.live, attaching.page)
    attaching.live.server.start()
    put_away(attaching.page)
    wake()
    phone.until(lambda: len(attaching.there()) == 1, attaching.page)
    attaching.until_all_sent()


def test_what_is_pressed_while_photos_are_on_their_way_goes_before_them(
    filling: Filling, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, photos = promising.take_piece, [chosen(f"{n}.jpg", photo(n)) for n in (1, 2, 3)]

    def slowly(*asked):  # type: ignore[no-untyped-def]
        time.sleep(1)
        return take(*asked)

    monkeypatch.setattr(promising, "take_piece", slowly)
    page = filling.context.new_page()
    attaching = Attaching(filling.live, filling.context, page, filling.report)
    attaching.open()
    attaching.choose(*photos)
    attaching.rows("sending").wait_for()
    filling.type_savings()
    filling.press_save()
    filling.goes_on()
    assert filling.has_arrived() == ARRIVED
    assert len(attaching.there()) < len(photos)

    monkeypatch.undo()
    attaching.until_all_sent()
    assert len(attaching.there()) == len(photos)


@pytest.fixture
def two_waiting(sending: Filling) -> Attaching:
    """A whole report, and two photos of it chosen on another page; the server has gone away."""
    page = sending.context.new_page()
    attaching = Attaching(sending.live, sending.context, page, sending.report)
    attaching.open()
    sending.live.server.stop()
    attaching.choose(chosen("neraca 1.jpg", photo(5)), chosen("neraca 2.jpg", photo(6)))
    attaching.says_waiting(2)
    return attaching


def test_a_report_sent_without_a_signal_goes_first_and_says_what_follows(
    sending: Filling, two_waiting: Attaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.press_send()
    expect(sending.page).to_have_url(f"{sending.live.url}/antrean")
    expect(sending.page.locator("[data-part=items] > li")).to_have_count(3)
    monkeypatch.setattr(promising, "take_piece", fail)
    sending.live.server.start()
    sending.page.reload()
    phone.until_nothing_waits(sending.page)
    is_filed_once(sending)

    sending.page.goto(f"{sending.report}/bukti")
    said = sending.page.locator("main")
    expect(said).to_contain_text("2 berkas masih di HP yang mengirim")
    assert two_waiting.there() == []


def test_what_followed_a_sent_report_makes_it_whole(
    sending: Filling, two_waiting: Attaching
) -> None:
    sending.press_send()
    expect(sending.page).to_have_url(f"{sending.live.url}/antrean")
    sending.live.server.start()
    sending.page.reload()
    two_waiting.until_all_sent()

    is_filed_once(sending)
    assert [each.name for each in two_waiting.there()] == ["neraca 1.jpg", "neraca 2.jpg"]
    sending.page.goto(f"{sending.report}/lampiran")
    expect(sending.page.locator(f"#{BALANCE}-there .attachment")).to_have_count(2)
    expect(sending.page.locator("main")).not_to_contain_text("masih di HP")
