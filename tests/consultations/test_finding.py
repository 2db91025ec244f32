"""A consultation is found again, by whoever may read it and by nobody else."""

import pytest

from app.consultations.desk.services.raising import set_confidential
from app.consultations.models import Consultation
from app.consultations.states import Audience
from app.search import services as search
from app.shared.database import db
from tests.support import threads

WORDS = "Bendahara lama tidak menyerahkan buku kas"


def found(browse, person, words="buku kas bendahara") -> str:
    return browse(person).get(f"/k/konsultasi?q={words}").text


@pytest.fixture
def asked(browse, treasurer):
    """Asked on the page, as people do."""

    def ask(audience: Audience) -> Consultation:
        browser = browse(treasurer)
        form = browser.get("/k/konsultasi/baru").form("Kirim pertanyaan")
        said = {"body": WORDS, "topic": "meeting", "audience": audience.value}
        browser.post("/k/konsultasi/baru", {**form.data, **said})
        return db.session.query(Consultation).one()

    return ask


def test_the_asker_finds_what_was_asked_and_a_stranger_nothing(browse, treasurer, stranger, asked):
    asked(Audience.ASKER_ONLY)

    assert "1 konsultasi memuat" in found(browse, treasurer)
    assert WORDS not in found(browse, stranger)


def test_co_officers_find_only_what_is_shown_to_them(browse, chair, asked):
    asked(Audience.ASKER_ONLY)
    assert WORDS not in found(browse, chair)

    db.session.query(Consultation).one().audience = Audience.CO_OFFICERS
    search.rebuild()
    db.session.commit()
    assert WORDS in found(browse, chair)


def test_what_is_made_confidential_is_found_no_more(browse, treasurer, division_head, asked):
    thread = asked(Audience.ASKER_ONLY)
    thread.assignee_id = division_head.user_id
    set_confidential(threads.reader(division_head), thread, "nama orang", hidden=True)
    db.session.commit()

    assert "0 konsultasi memuat" in found(browse, treasurer)
    assert search.rebuild() == 0
