"""What is filed is scored at once; corrections keep the earlier result."""

import pytest

from app.health import services
from app.health.models import Assessment
from app.reports.events import Filed
from app.reports.models import Filing, Report
from app.shared.database import db
from app.shared.transactions import write_transaction
from tests.support import factories, statements


def assessments(**conditions) -> list[Assessment]:
    db.session.rollback()
    return db.session.query(Assessment).filter_by(**conditions).order_by(Assessment.id).all()


@pytest.fixture
def filed(cooperative) -> Filing:
    from app.figures.kinds import BusinessKind, PeriodKind

    owed = factories.obligation(cooperative, 2025, 0)
    figures = statements.figures_for(BusinessKind.SAVINGS_LOAN, PeriodKind.ANNUAL)
    return factories.filing(owed, figures=figures, carried=statements.CARRIED)


def tell(filing: Filing) -> None:
    with write_transaction():
        report = db.session.get_one(Report, filing.report_id)
        services.assess_filed(Filed(report, filing))


def test_an_annual_report_is_scored_by_both_instruments(app, filed):
    tell(filed)
    primary, second = assessments()

    assert (primary.instrument, primary.is_primary) == ("kkpkk-2021-ksp", True)
    assert (second.instrument, second.is_primary) == ("perdep-06-2016", False)
    assert primary.is_complete is False
    assert primary.grade is None
    assert primary.lowest < primary.highest
    assert primary.financial_score == 8889


def test_answers_make_the_score_one_number(app, filed):
    from app.health.assessing import item_codes

    filed.answers = dict.fromkeys(item_codes("kkpkk-2021-ksp"), True)
    db.session.commit()
    tell(filed)
    primary = assessments(is_primary=True)[0]

    assert primary.is_complete is True
    assert primary.lowest == primary.highest == primary.total
    assert primary.grade == "healthy"


def test_a_correction_keeps_the_earlier_result(app, filed):
    tell(filed)
    tell(filed)
    current = [each.is_current for each in assessments(is_primary=True)]

    assert current == [False, True]


def test_a_visit_stays_the_current_score(app, filed, cooperative):
    factories.assessment(cooperative, 2025, is_primary=True)
    tell(filed)
    visited, reported = assessments(is_primary=True)

    assert (visited.basis, visited.is_current) == ("visited", True)
    assert (reported.basis, reported.is_current) == ("self_reported", False)


def test_quarters_and_nil_reports_are_not_scored(app, cooperative):
    quarter = factories.filing(factories.obligation(cooperative, 2026, 3))
    nil = factories.filing(factories.obligation(cooperative, 2025, 0), is_nil=True)
    tell(quarter)
    tell(nil)

    assert assessments() == []


def test_a_corrected_year_rescores_the_next_one(app, filed, cooperative):
    earlier = factories.filing(factories.obligation(cooperative, 2024, 0), figures={"cash": 10**9})
    tell(filed)
    tell(earlier)

    of_2025 = assessments(is_primary=True, book_year=2025)
    assert [each.is_current for each in of_2025] == [False, True]
    assert of_2025[1].figures["total_assets_prior"] == 10**9


def test_the_cooperative_sees_each_step(browse, treasurer, filed):
    tell(filed)
    page = browse(treasurer).get("/k/kesehatan")

    assert "Yang kurang untuk skor lengkap" in page.text
    assert "SHU setelah pajak" in page.text
    assert "Skor sementara, bukan predikat resmi" in page.text
    assert "KPMR kredit" in page.text
    assert "Apa itu KPMR? Kualitas penerapan manajemen risiko:" in page.text


def test_an_official_makes_a_grade_official_once(browse, agency_head, desk, cooperative, treasurer):
    row = factories.assessment(cooperative, result={"aspects": _aspects()})
    url = f"/d/kesehatan/{row.id}/tetapkan"
    clerk = browse(desk)
    clerk.get(f"/d/kesehatan/{row.id}")
    assert clerk.post(url).status == 403

    head = browse(agency_head)
    head.get(f"/d/kesehatan/{row.id}")
    head.post(url)
    db.session.refresh(row)
    assert row.confirmed_by_name == agency_head.name
    assert "Ditetapkan pejabat" in browse(treasurer).get("/k/").text


def _aspects() -> list[dict[str, str]]:
    return [{"code": code, "score": "82.50", "weight": "25"} for code in ("TK", "PR", "KK", "PM")]
