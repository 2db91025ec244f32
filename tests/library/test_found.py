"""What is published can be found at once; what is withdrawn no more."""

from app.library.models import ArticleDraft
from app.library.services.offered import draft_answer
from app.library.services.publishing import put_product, withdraw
from app.search import services as search
from app.shared.database import db
from tests.support import shelves


def shown(browse, words):
    return browse().get(f"/informasi?q={words}").text


def test_an_article_is_found_by_words_nobody_wrote_and_with_a_typing_error(browse):
    put_product("telat", shelves.content(title="Laporan terlambat, apa akibatnya?"), None)
    db.session.commit()

    assert "apa akibatnya?" in shown(browse, "laporane telat")
    assert "apa akibatnya?" in shown(browse, "lapoarn")


def test_what_a_regency_wrote_itself_stands_in_the_place_of_the_products(browse):
    put_product("tenggat", shelves.content(title="Tenggat laporan umum"), None)
    shelves.article(shelves.content(title="Tenggat laporan di Kudus"), slug="tenggat")
    search.rebuild()
    db.session.commit()

    page = shown(browse, "tenggat")
    assert "Tenggat laporan di Kudus" in page
    assert "Tenggat laporan umum" not in page


def test_what_is_withdrawn_is_found_no_more(browse):
    article = shelves.article(shelves.content(title="Bantuan pupuk"))
    search.rebuild()
    withdraw(article, "Sudah berakhir")
    db.session.commit()

    assert "Bantuan pupuk" not in shown(browse, "pupuk")


class Offer:
    regency, topic = "33.19", "meeting"
    question, answer = "Bolehkah RAT lewat daring?", "Boleh, bila anggaran dasar mengaturnya."
    offered_by, offered_by_name = 7, "Sri"


def test_a_good_answer_becomes_a_draft_that_nobody_reads_yet(app, browse):
    draft_answer(Offer())
    db.session.commit()

    draft = db.session.query(ArticleDraft).one()
    assert draft.content.title == Offer.question
    assert draft.content.body == Offer.answer
    assert Offer.question not in shown(browse, "daring")
