"""Putting in, finding, taking out: the same on both databases."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import event, select

from app.search import events, queries, services
from app.search.documents import Audience, Document
from app.search.models import Deflection, SearchGram, SearchWord
from app.search.words.language import language
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support.parallel import at_once

ANYONE = Audience("33.19")
LATE = Document(
    kind="article",
    ref="terlambat",
    url="/informasi/terlambat",
    title="Laporan terlambat, apa akibatnya?",
    summary="Kirim saja hari ini.",
    keywords="lewat batas",
    body="Laporan yang terlambat tetap diterima. Tuliskan sebabnya.",
)
LOANS = Document(
    "article", "macet", "/informasi/macet", "Pinjaman macet", body="Tagih dengan sopan."
)
THREAD = Document(
    kind="thread",
    ref="K-1",
    url="/k/konsultasi/K-1",
    title="Pinjaman Paijo",
    body="Paijo menunggak sejak Maret.",
    scope="33.19.02.2001",
    owner="7",
)  # fmt: skip
BOTH = ("article", "thread")


def put(*documents):
    with write_transaction():
        services.put_many(documents)


def refs(text, audience=ANYONE, kinds=BOTH, limit=20):
    return [hit.ref for hit in queries.find(text, audience, kinds, limit).hits]


def words(*wanted):
    rows = db.session.execute(select(SearchWord.word, SearchWord.documents)).all()
    db.session.rollback()
    return {row.word: row.documents for row in rows if row.word in wanted}


def test_everyday_words_find_what_was_written(app):
    put(LATE, LOANS)
    assert refs("laporannya telat gimana ya pak") == ["terlambat"]
    assert refs("minjem ga balik2") == ["macet"]
    assert refs("yang itu apa") == []
    assert refs("") == []


def test_what_is_found_is_shown_marked(app):
    put(LATE)
    (hit,) = queries.find("telat lapor", ANYONE, ["article"]).hits
    assert [span.text for span in hit.title if span.is_match] == ["Laporan", "terlambat"]
    assert "".join(span.text for span in hit.passage) == "Laporan yang terlambat tetap diterima."
    assert hit.url == LATE.url


def test_putting_again_replaces_and_counts_no_word_twice(app):
    put(LATE, LOANS)
    put(LATE, replace(LOANS, title="Neraca"))
    assert refs("macet") == []
    assert refs("neraca") == ["macet"]
    assert words("", "lambat", "macet", "neraca") == {"": 2, "lambat": 1, "neraca": 1}


def test_twice_in_one_handful_is_once(app):
    put(LATE, replace(LATE, title="Neraca"))
    assert refs("neraca") == ["terlambat"]
    assert words("") == {"": 1}


def test_what_is_taken_out_leaves_nothing_behind(app):
    put(LATE, THREAD)
    with write_transaction():
        services.take_out("article", "terlambat")
        services.take_out("article", "never-was")
        services.take_out("thread", "K-1")
    assert refs("terlambat paijo", Audience("33.19", oversees="33.19")) == []
    assert db.session.scalars(select(SearchWord.word).where(SearchWord.documents > 0)).all() == []
    assert db.session.scalars(select(SearchGram.gram)).all() == []


def test_a_thread_is_found_by_its_own_and_by_the_dinas_of_its_area(app):
    put(THREAD, replace(THREAD, ref="K-2", only_for=5))
    officer, asker = Audience("33.19", cooperative_id=7), Audience("33.19", 7, 5)
    assert refs("paijo", officer) == ["K-1"]
    assert refs("paijo", asker) == ["K-1", "K-2"]
    assert refs("paijo", Audience("33.19", oversees="33.19")) == ["K-1", "K-2"]
    for other in (ANYONE, Audience("33.19", 8, 6), Audience("33.18", oversees="33.18")):
        assert refs("paijo", other) == []
    assert refs("paijo", officer, ["article"]) == []


def test_nobody_writes_themselves_into_what_others_find(app):
    put(replace(THREAD, body="@p @p3319 @c8 @d zzp =paijo"))
    assert refs("paijo zzp", Audience("33.19", 8)) == []
    assert refs('paijo" OR "@c7', Audience("33.19", 8)) == []
    assert refs("paijo' | '@c7", Audience("33.19", 8)) == []


def test_a_mistyped_word_is_searched_beside_and_told(app):
    put(LATE, LOANS)
    found = queries.find("terlambatt pinjamnan", ANYONE, ["article"])
    assert {hit.ref for hit in found.hits} == {"terlambat", "macet"}
    assert found.also == ["terlambat", "pinjaman"]


def test_no_correction_tells_what_only_few_may_read(app):
    put(LATE, replace(THREAD, title="Sukarmono", body="Sukarmono"))
    found = queries.find("sukarmonoo", Audience("33.19", oversees="33.19"), BOTH)
    assert (found.also, found.hits) == ([], [])
    assert words("sukarmono") == {}


def test_what_does_not_hold_today_is_not_found(app, clock):
    put(replace(LATE, valid_from=date(2026, 11, 24), valid_until=date(2026, 11, 25)))
    found_on = {}
    for day in (23, 24, 25, 26):
        clock(datetime(2026, 11, day, 9))  # noqa: DTZ001
        found_on[day] = refs("terlambat")
    assert found_on == {23: [], 24: ["terlambat"], 25: ["terlambat"], 26: []}


def test_three_suggestions_at_most(app):
    put(*(replace(LATE, ref=f"t{number}") for number in range(9)))
    assert [hit.ref for hit in queries.suggest("laporan terlambat", ANYONE).hits] == [
        "t0", "t1", "t2",
    ]  # fmt: skip


def test_a_library_of_any_size_is_asked_as_often(app):
    asked = []
    listen = lambda *_: asked.append(1)  # noqa: E731
    counts = []
    for number in (1, 40):
        put(*(replace(LATE, ref=f"t{each}") for each in range(number)))
        event.listen(db.engine, "before_cursor_execute", listen)
        refs("laporan terlambatt pinjaman")
        event.remove(db.engine, "before_cursor_execute", listen)
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1] <= 8, "two for each word that stands nowhere, four for the rest"


def test_deflections_are_counted_by_day_and_nothing_else_is_kept(app):
    day = date(2026, 11, 23)
    with write_transaction():
        for ref in ("terlambat", "terlambat", "macet"):
            services.count_deflection("33.19", "reports", ref, day)
    rows = db.session.execute(select(*Deflection.__table__.columns).order_by(Deflection.ref)).all()
    assert [tuple(row) for row in rows] == [
        ("33.19", day, "reports", "macet", 1),
        ("33.19", day, "reports", "terlambat", 2),
    ]


@pytest.fixture
def collected(monkeypatch):
    """Features that hold two documents."""
    monkeypatch.setattr(
        events.collecting, "_listeners", [lambda all_: all_.add(iter([LATE, LOANS]))]
    )


def test_everything_is_made_anew_from_what_the_features_hold(app, command, collected):
    put(THREAD, replace(LOANS, ref="gone"))
    done = command("search", "rebuild")
    assert (done.exit_code, "2" in done.output) == (0, True)
    assert refs("paijo", Audience("33.19", 7)) == []
    assert refs("pinjaman") == ["macet"]
    assert words("", "pinjam") == {"": 2, "pinjam": 1}


def test_articles_published_at_the_same_moment_lose_no_word(app):
    put(LATE)

    def publish(number):
        def act():
            with app.app_context(), write_transaction():
                services.put(replace(LATE, ref=f"t{number}", title=f"Neraca mobil nomor {number}"))
                services.put(replace(LATE, title=f"Sepeda ke {number}"))

        return act

    at_once([publish(number) for number in range(6)])
    assert words("", "neraca", "lambat", "mobil", "sepeda") == {
        "": 7, "neraca": 6, "lambat": 7, "mobil": 6, "sepeda": 1,
    }  # fmt: skip
    assert queries.find("sepedaa", ANYONE, BOTH).also == ["sepeda"]


def test_whatever_is_typed_is_only_words(app):
    put(LATE)
    odd = [
        '"',
        "AND OR NOT NEAR(a b)",
        "'; DROP TABLE x; --",
        "=lapor @p * : ( ) |",
        "½ ² ﬁ",
        "x" * 5000,
    ]
    known = sorted(language().same)
    for text in (*odd, *(" ".join(known[at : at + 20]) for at in range(0, len(known), 20))):
        queries.find(text, Audience("33.19", 7, 1, ""), BOTH)
    assert refs('"laporan" AND (terlambat)') == ["terlambat"]
