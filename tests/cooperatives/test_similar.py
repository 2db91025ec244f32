"""A name typed with a mistake is met all the same, on both databases alike."""

import pytest
from sqlalchemy import text

from app.cooperatives.models import Cooperative, NameTrigram
from app.cooperatives.naming import trigrams
from app.cooperatives.queries.similar import similar
from app.cooperatives.services.name_index import index_names
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support import factories

NAMES = ("KSP Sumber Rejeki", "KSP Sumber Makmur", "Kopwan Mawar", "KSPPS BMT Barokah Hidayah")
MEANT = "Tidak ada nama yang persis begitu. Mungkin yang Anda maksud:"


@pytest.fixture
def register(app):
    """Some cooperatives, entered as the app enters them."""
    entered = [factories.cooperative(name) for name in NAMES]
    with write_transaction():
        index_names(entered)
    return entered


def test_a_word_is_cut_into_threes_and_its_beginning_counts_twice():
    assert trigrams("Sri") == {"__s", "_sr", "sri", "ri_"}
    assert trigrams("K.S.P. Sri") >= trigrams("sri")
    assert trigrams("...") == frozenset()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sumber rejeqi", "KSP Sumber Rejeki"),
        ("smuber rejeki", "KSP Sumber Rejeki"),
        ("SUMBERR REJEKI", "KSP Sumber Rejeki"),
        ("kopwn mawar", "Kopwan Mawar"),
        ("barakah hidayat", "KSPPS BMT Barokah Hidayah"),
    ],
)
def test_the_nearest_name_comes_first(register, typed, first):
    assert similar("33.19", typed)[0].name == first


@pytest.mark.parametrize("typed", ["zzz qqq", "ab", "", "3319990000001", "%%%", "'; --"])
def test_what_is_like_no_name_finds_none(register, typed):
    assert similar("33.19", typed) == []


def test_another_regency_and_wider_readers_are_offered_nothing_of_this_one(register):
    assert similar("33.20", "sumber rejeqi") == []
    assert similar("33", "sumber rejeqi") == []


def test_the_public_search_asks_whether_another_was_meant(register, browse):
    page = browse().get("/cari?q=sumber rejeqi")

    assert MEANT in page.text
    assert page.link("KSP Sumber Rejeki") == f"/koperasi/{register[0].id}"
    assert "Koperasi tidak ditemukan." not in page.text


def test_words_that_are_found_bring_no_guesses(register, browse):
    assert MEANT not in browse().get("/cari?q=sumber").text


def test_the_list_of_the_dinas_asks_so_too(register, desk, browse):
    browser = browse(desk)
    page = browser.get("/d/koperasi?q=sumber rejeqi")

    assert MEANT in page.text
    assert page.link("KSP Sumber Rejeki") == f"/d/koperasi/{register[0].id}"
    assert MEANT in browser.get("/d/koperasi?q=sumber rejeqi", htmx=True).text


def test_what_the_desk_enters_and_renames_is_found_by_its_new_name(desk, browse, typed):
    browser = browse(desk)
    browser.post("/d/koperasi/baru", typed)
    made = db.session.query(Cooperative).one()
    assert [each.name for each in similar("33.19", "maju bersamma")] == ["KSP Maju Bersama"]

    form = browser.get(f"/d/koperasi/{made.id}/ubah").form("seen")
    browser.submit(form.fill(name="KSP Melati Indah"))

    assert [each.name for each in similar("33.19", "mellati indah")] == ["KSP Melati Indah"]
    assert similar("33.19", "maju bersamma") == []
    assert db.session.query(NameTrigram).count() == len(trigrams("KSP Melati Indah"))


@pytest.mark.either_database  # the planner of PostgreSQL would read a table of a few rows whole
def test_a_search_reads_only_the_pieces_it_asks_for(register):
    """Cost follows the names of the regency that are alike, not the size of the table."""
    question = "SELECT cooperative_id FROM name_trigram WHERE regency = '33.19' AND gram IN ('rej')"
    plan = db.session.execute(text(f"EXPLAIN QUERY PLAN {question}")).all()
    assert "USING PRIMARY KEY (regency=? AND gram=?)" in str(plan)
