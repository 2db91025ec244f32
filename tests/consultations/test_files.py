"""Files that follow a message: promised, in pieces, whole; only by the phone that wrote it."""

import hashlib

import pytest

from app.consultations.models import MessageFile
from app.consultations.services.files import MOST_FILES
from app.evidence.models import FilePiece, PromisedFile
from app.shared.database import db
from tests.support import files, threads

PIECE = 64 * 1024


@pytest.fixture
def phone(browse, cooperative, treasurer):
    threads.asked(cooperative, treasurer, writer="p1")
    return Phone(browse(treasurer), "p1")


class Phone:
    """What evidence/sending.js does, request by request."""

    def __init__(self, browser, page):
        self.browser, self.place = browser, f"/k/konsultasi/pesan/{page}/menyusul"

    def ask(self, rest="", **how):
        headers = {"X-CSRFToken": self.browser.csrf_token()}
        answer = self.browser.client.post(f"{self.place}{rest}", headers=headers, **how)
        return answer.get_json() if answer.status_code == 200 else answer.status_code

    def promise(self, content, name="nota.jpg"):
        said = {"hash": hash_of(content), "name": name, "size": len(content), "kind": "message"}
        return self.ask(json=[said])

    def bring(self, content):
        told = self.promise(content)[0]
        while told["state"] == "open" and told["had"] < len(content):
            piece = content[told["had"] : told["had"] + PIECE]
            told = self.ask(f"/{hash_of(content)}?dari={told['had']}", data=piece)
        return self.ask(f"/{hash_of(content)}/selesai")


def hash_of(content):
    return hashlib.sha256(content).hexdigest()


def rows(model):
    return db.session.query(model).count()


def test_a_photo_comes_in_pieces_and_stands_at_its_message(phone):
    photo = files.image("PNG", (900, 700), colour=(10, 200, 30)) + b"\0" * 100_000
    assert phone.bring(photo)["state"] == "here"
    assert (rows(MessageFile), rows(PromisedFile), rows(FilePiece)) == (1, 0, 0)
    page = phone.browser.get("/k/konsultasi")
    thread = phone.browser.get(page.link(threads.WORDS))
    assert "nota.jpg" in thread.soup.select_one(".msg .thumb").get_text()


def test_the_same_photo_twice_is_one(phone):
    photo = files.image()
    assert [phone.bring(photo)["state"] for _ in range(2)] == ["here", "here"]
    assert rows(MessageFile) == 1


def test_a_promised_photo_is_spoken_of_until_it_comes(phone):
    photo = files.image()
    assert phone.promise(photo)[0]["state"] == "open"
    thread = phone.browser.get(phone.browser.get("/k/konsultasi").link(threads.WORDS))
    assert "1 berkas masih di HP yang mengirim" in thread.text
    phone.ask(f"/{hash_of(photo)}/batal")
    assert rows(PromisedFile) == 0


def test_a_bad_file_is_refused_in_words_and_let_go(phone):
    told = phone.bring(b"MZ no picture at all")
    assert told["state"] == "refused"
    assert "PDF, JPG, PNG" in told["why"]
    assert (rows(MessageFile), rows(PromisedFile)) == (0, 0)


def test_bytes_that_fell_on_the_way_are_asked_for_again(phone):
    photo = files.image()
    phone.promise(photo)
    phone.ask(f"/{hash_of(photo)}?dari=0", data=b"x" * len(photo))
    told = phone.ask(f"/{hash_of(photo)}/selesai")
    assert (told["state"], told["had"]) == ("open", 0)


def test_a_message_holds_so_many_files_and_no_more(phone):
    told = [phone.promise(files.image(size=(n + 1, 8)))[0]["state"] for n in range(MOST_FILES + 1)]
    assert told == ["open"] * MOST_FILES + ["refused"]


@pytest.mark.parametrize("said", [None, {}, [{}], ["x"], [{"hash": "zz", "size": "many"}]])
def test_what_is_no_description_is_no_file(phone, said):
    answer = phone.ask(json=said)
    assert all(each["state"] == "refused" for each in answer)
    assert rows(PromisedFile) == 0


@pytest.mark.parametrize("role", ["chair", "stranger", "desk", "division_head"])
def test_nobody_else_brings_files_to_it(phone, browse, everyone, role):
    other = Phone(browse(everyone(role)), "p1")
    assert other.promise(files.image()) in (403, 404)
    assert rows(PromisedFile) == 0


def test_a_page_nothing_was_sent_from_takes_no_files(phone):
    phone.place = "/k/konsultasi/pesan/never/menyusul"
    assert phone.promise(files.image()) == 404
