"""What a page of a draft says of its score, with and without a script."""

import json
import re

import pytest

from app.cooperatives.kinds import Pattern
from app.health.models import Assessment
from app.health.words import score_text
from app.reports import rule_files
from app.reports.live import words as live_words
from app.settings import ROOT
from app.shared.database import db
from tests.reports.conftest import address, own
from tests.support import factories, statements
from tests.support.page import words

PAGE = "/isi/kas-penempatan"


def score_on(page) -> str:
    return words(page.soup.find(id="live-score"))


def island_of(page) -> dict:
    return json.loads(page.soup.find(id="live-report").string)


def test_an_empty_draft_shows_the_widest_range_and_what_it_lacks(browse, treasurer, annual):
    page = browse(treasurer).get(address(annual, PAGE))

    said = score_on(page)
    assert said.startswith("Skor sementara 25,00–100,00")
    assert "Dilaporkan sendiri" in said
    assert "angka, 145 jawaban" in said
    assert page.soup.select_one("#live-score svg[role=img]")["aria-label"] == (
        "Skor sementara antara 25,00 dan 100,00 dari 100"
    )
    assert page.soup.select_one(".score__more").has_attr("hidden")  # it needs the script


def test_every_number_saved_leaves_less_to_go(browse, treasurer, annual, full_draft):
    full = score_on(browse(treasurer).get(address(annual)))
    full_draft.figures = {c: v for c, v in full_draft.figures.items() if c != "cash"}
    db.session.commit()
    less = score_on(browse(treasurer).get(address(annual)))

    assert _ends(less)[0] < _ends(full)[0]
    assert _ends(less)[1] > _ends(full)[1]


def test_a_sent_report_scores_what_its_draft_showed(browse, treasurer, annual, full_draft):
    browser = browse(treasurer)
    shown = score_on(browser.get(address(annual)))
    form = browser.get(address(annual, "/periksa")).form("Kirim laporan")
    reasons = {name: "Sudah dicocokkan." for name in form.data if name.endswith("__reason")}
    browser.submit(form.fill({**reasons, "declared": "yes"}).press("Kirim laporan ke dinas"))

    scored = db.session.query(Assessment).filter_by(is_primary=True).one()
    ends = f"{score_text(scored.lowest)}–{score_text(scored.highest)}"
    assert shown.startswith(f"Skor sementara {ends}")


def test_a_quarter_has_no_score_but_may_be_checked(browse, treasurer, quarterly, last_quarter):
    page = browse(treasurer).get(address(quarterly, PAGE))

    assert page.soup.find(id="live-score") is None
    told = island_of(page)
    assert "scoring" not in told
    assert (told["quarters"], told["before"]["quarters"]) == (3, 2)
    assert told["before"]["figures"].items() >= last_quarter.figures.items()


@pytest.mark.either_database
def test_rules_that_are_a_draft_say_so(browse, treasurer, annual):
    own(treasurer).pattern = Pattern.SHARIA
    db.session.commit()
    page = browse(treasurer).get(address(annual, PAGE))

    assert "aturan masih rancangan" in score_on(page)
    assert island_of(page)["draft"].startswith("RANCANGAN")


@pytest.mark.either_database
def test_the_phone_is_told_the_draft_its_history_and_its_rules(browse, treasurer, annual):
    before = factories.obligation(own(treasurer), 2024, 0)
    filed = factories.filing(before, figures=statements.figures_for(), state="accepted")
    factories.report(annual, figures={"cash": 5}, answers={"TK-A-01": True, "gone": True})
    browser = browse(treasurer)
    told = island_of(browser.get(address(annual, PAGE)))

    assert told["figures"] == {"cash": 5}
    assert "gone" not in told["answers"]
    assert told["carried"]["total_assets_prior"] > 0
    assert told["before"]["figures"].items() >= filed.figures.items()
    for address_of_rules in (told["checking"], told["scoring"]):
        assert browser.get(address_of_rules).status == 200
    spoken = json.loads(browser.get(told["spoken"]).html)
    assert spoken["score"]["title"] == "Skor sementara"
    assert spoken["tryout"]["open"] == "Bagaimana bila?"
    assert rule_files.scoring_file("kkpkk-2021-ksp") in told["scoring"]


@pytest.mark.either_database
def test_a_report_that_was_sent_needs_no_live_score(browse, treasurer, annual):
    factories.report(annual, state="filed", figures=statements.figures_for())
    factories.filing(annual)

    page = browse(treasurer).get(address(annual))
    assert page.soup.find(id="live-score") is None
    assert page.soup.find(id="live-report") is None


@pytest.mark.either_database
def test_everything_that_can_be_done_has_a_sentence(app):
    levers = (ROOT / "app/assets/js/rules/whatif/levers.js").read_text()
    keys = set(re.findall(r'key: "(\w+)"', levers))

    assert len(keys) > 3
    assert keys <= set(live_words.tryout())


def _ends(said: str) -> list[float]:
    text = said.removeprefix("Skor sementara ").split()[0]
    return [float(each.replace(",", ".")) for each in text.split("–")]
