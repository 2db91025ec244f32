"""Articles that come with the product, and what a regency makes of them."""

from dataclasses import replace
from datetime import date

import pytest

from app.library.models import ArticleDraft
from app.library.queries import desk, shelf
from app.library.services import drafting, product, publishing
from app.library.services.drafting import Writer
from app.library.starting import WrongArticle, articles, read
from app.shared.database import db

DEWI, TEGUH = Writer(1, "Dewi"), Writer(3, "Teguh")
KUDUS, JEPARA = "33.19", "33.20"
FILE = """+++
title = "{title}"
kind = "faq"
summary = "Tanggal 15."
topics = ["reports"]
groups = []
source = ""
valid_from = 2021-01-01
valid_until = ""
keywords = ["telat"]
+++
## Tanggalnya

{body}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "kapan.md").write_text(FILE.format(title="Kapan?", body="Tanggal 15."))
    (tmp_path / "siapa.md").write_text(FILE.format(title="Siapa?", body="Bendahara."))
    return tmp_path


@pytest.fixture
def loaded(app, folder):
    product.load(folder)
    return folder


def make_own(slug="kapan"):
    article = drafting.begin_correction(shelf.product_at(slug), KUDUS, DEWI)
    draft = db.session.get_one(ArticleDraft, article.id)
    drafting.save(article, replace(draft.content, title="Kapan di Kudus?"), DEWI)
    return article


def publish(article):
    drafting.propose(article)
    seen = db.session.get_one(ArticleDraft, article.id).content.hash
    publishing.approve(article, TEGUH, seen)


def test_what_the_product_brings_can_be_read_everywhere_at_once(loaded):
    for area in (KUDUS, JEPARA):
        assert shelf.article_at(area, "kapan").title == "Kapan?"
    assert shelf.version_of(shelf.product_at("kapan"), 1).content.valid_from == date(2021, 1, 1)


def test_loading_twice_changes_nothing(loaded):
    assert product.load(loaded).is_nothing
    assert shelf.product_at("kapan").version == 1


def test_an_update_publishes_what_it_changed_adds_and_no_longer_brings(loaded):
    (loaded / "kapan.md").write_text(FILE.format(title="Kapan?", body="Tanggal 20."))
    (loaded / "apa.md").write_text(FILE.format(title="Apa?", body="Laporan."))
    (loaded / "siapa.md").unlink()

    assert product.load(loaded) == product.Loaded(new=1, changed=1, gone=1)
    assert shelf.product_at("kapan").version == 2
    assert [each.slug for each in db.session.scalars(shelf.standing_in(KUDUS))] == ["kapan", "apa"]
    assert shelf.version_of(shelf.product_at("kapan"), 1).content.body.endswith("Tanggal 15.")


def test_what_came_back_stands_again(loaded):
    text = (loaded / "siapa.md").read_text()
    (loaded / "siapa.md").unlink()
    product.load(loaded)
    (loaded / "siapa.md").write_text(text)

    assert product.load(loaded).changed == 1
    assert shelf.product_at("siapa").is_published


def test_a_regencys_own_takes_its_place_there_and_nowhere_else(loaded):
    article = make_own()
    assert shelf.article_at(KUDUS, "kapan").title == "Kapan?"
    publish(article)

    assert shelf.article_at(KUDUS, "kapan").title == "Kapan di Kudus?"
    assert shelf.article_at(JEPARA, "kapan").title == "Kapan?"
    assert shelf.how_many(KUDUS, shelf.Wanted()) == 2


def test_an_update_never_writes_over_a_regencys_own_and_the_dinas_hears_of_it(loaded, app):
    article = make_own()
    publish(article)
    (loaded / "kapan.md").write_text(FILE.format(title="Kapan?", body="Tanggal 20."))
    product.load(loaded)
    renewed = desk.Wanted(state=desk.State.RENEWED)
    today = date(2026, 11, 23)

    assert shelf.article_at(KUDUS, "kapan").title == "Kapan di Kudus?"
    assert desk.line_at(KUDUS, article.id).is_renewed
    assert desk.how_many(KUDUS, renewed, today) == 1

    drafting.begin_correction(article, KUDUS, DEWI)
    publish(article)
    assert desk.how_many(KUDUS, renewed, today) == 0


def test_what_a_regency_withdraws_does_not_come_back_from_the_product(loaded):
    article = make_own()
    publish(article)
    publishing.withdraw(article, "Tidak berlaku di sini.")

    assert [each.slug for each in db.session.scalars(shelf.standing_in(KUDUS))] == ["siapa"]


def test_making_it_ones_own_twice_is_once(loaded):
    assert make_own().id == drafting.begin_correction(shelf.product_at("kapan"), KUDUS, DEWI).id


@pytest.mark.parametrize(
    "text", ["kosong", "+++\ntitle = 1", "+++\ntitle = 'a'\n+++\n", "x+++\n\n+++\n"]
)
def test_a_file_that_is_no_article_is_named_and_nothing_is_changed(app, folder, text):
    (folder / "salah.md").write_text(text)
    with pytest.raises(WrongArticle, match="salah"):
        product.load(folder)
    assert shelf.how_many(KUDUS, shelf.Wanted()) == 0


def test_a_day_that_is_no_day_is_refused():
    with pytest.raises(TypeError):
        read(FILE.format(title="a", body="b").replace("2021-01-01", '"kemarin"'))


@pytest.mark.either_database
def test_the_command_brings_all_of_them_and_says_so(app, command):
    first, again = command("library", "load"), command("library", "load")

    assert first.exit_code == again.exit_code == 0
    assert f"{len(list(articles()))} baru" in first.output
    assert "tidak ada yang berubah" in again.output
    assert shelf.how_many(KUDUS, shelf.Wanted()) >= 40
