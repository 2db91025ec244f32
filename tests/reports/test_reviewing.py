"""The dinas reads, accepts, returns, and may take an acceptance back."""

import pytest

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.figures.kinds import PeriodKind
from app.health.models import Assessment
from app.obligations.models import Obligation
from app.reports.models import Filing
from app.shared.database import db
from tests.reports.conftest import address, own
from tests.support import factories, statements
from tests.support.people import person


@pytest.fixture
def filed(annual) -> Filing:
    return factories.filing(annual)


def review(owed, rest=""):
    return f"/d/laporan/{owed.public_id}{rest}"


def test_the_desk_accepts_what_it_has_read(browse, desk, annual, filed):
    browser = browse(desk)
    page = browser.get(review(annual))
    assert "2.150.000.000" in page.text
    browser.post(review(annual, "/terima"), {"version": "1"})

    db.session.refresh(filed)
    assert filed.state == "accepted"
    assert filed.reviewed_by_name == desk.name
    assert db.session.get_one(Obligation, annual.id).state == "accepted"
    assert db.session.query(AuditEntry).filter_by(action="report.reviewed").count() == 1
    assert "Diterima" in browser.get(review(annual)).text


def test_a_loss_stands_in_brackets_and_is_called_one(browse, desk, annual):
    figures = statements.figures_for(period=PeriodKind.ANNUAL)
    factories.filing(annual, figures={**figures, "staff_expense": 300_000_000})
    text = browse(desk).get(review(annual)).text

    assert "SHU setelah pajak rugi (Rp115.000.000)" in text


def heads(page, part):
    """The columns of one part: the period itself, and what it is compared with."""
    found = page.soup.select(f"section[aria-labelledby=part-{part}] thead th")
    return [head.get_text().replace("\xa0", " ") for head in found]


def test_nine_months_of_income_stand_beside_nine_months_of_the_year_before(
    browse, desk, treasurer, quarterly, last_quarter
):
    factories.filing(quarterly)
    alone = browse(desk).get(review(quarterly))
    assert heads(alone, "pendapatan") == ["Pos", "Triwulan III 2026"]

    last_year = statements.figures_for()
    last_year["loan_service_income_members"] //= 2
    year_ago = factories.obligation(own(treasurer), 2025, 3)
    factories.filing(year_ago, state="accepted", figures=last_year)
    page = browse(desk).get(review(quarterly))

    assert heads(page, "pendapatan")[2] == "Triwulan III 2025"
    assert heads(page, "kas-penempatan")[2] == "Triwulan II 2026"
    cells = page.soup.select("#line-loan_service_income_members td")
    told = [cell.get_text().replace("\xa0", " ") for cell in cells]
    assert told == ["Rp280.000.000", "Rp140.000.000", "+100 %"]
    joined = page.soup.select("#line-members_joined td")
    assert [cell.get_text() for cell in joined] == ["25", "–", ""]


def test_a_report_goes_back_with_a_reason_and_notes(browse, desk, treasurer, annual, filed):
    browser = browse(desk)
    browser.get(review(annual))
    short = browser.post(review(annual, "/kembalikan"), {"version": "1", "reason": "salah"})
    assert short.status == 422
    assert short.error_for("reason")
    note = {"note__cash": "Bandingkan dengan buku kas"}
    reason = {"reason": "Kas tidak cocok dengan buku kas", "version": "1", **note}
    browser.post(review(annual, "/kembalikan"), reason)

    officer = browse(treasurer)
    tasks = officer.get(address(annual))
    assert "Kas tidak cocok dengan buku kas" in tasks.text
    assert "Perlu diperbaiki" in tasks.text
    assert "Bandingkan dengan buku kas" in officer.get(address(annual, "/isi/kas-penempatan")).text


def test_two_officers_cannot_decide_twice(browse, desk, annual, filed):
    first, second = browse(desk), browse(desk)
    first.get(review(annual))
    second.get(review(annual))
    first.post(review(annual, "/terima"), {"version": "1"})
    late = second.post(
        review(annual, "/kembalikan"), {"version": "1", "reason": "Belum lengkap lampirannya"}
    )

    assert late.status == 409
    db.session.refresh(filed)
    assert filed.state == "accepted"


ACCEPT, OWN = "Terima laporan", "Anda sendiri yang mengirim laporan ini"


def test_whoever_sent_a_report_leaves_its_acceptance_to_a_colleague(browse, desk, annual):
    filed = factories.filing(annual, on_behalf=True, filed_by=desk.user_id)
    own = browse(desk)
    page = own.get(review(annual))
    refused = own.post(review(annual, "/terima"), {"version": "1"})
    assert ACCEPT not in page.text
    assert OWN in page.text
    assert "Kembalikan untuk diperbaiki" in page.text
    assert refused.status == 409
    assert OWN in refused.text

    colleague = browse(person(Role.DESK))
    assert ACCEPT in colleague.get(review(annual)).text
    colleague.post(review(annual, "/terima"), {"version": "1"})
    db.session.refresh(filed)
    assert filed.state == "accepted"


def test_the_head_of_division_accepts_an_own_report_only_where_nobody_else_can(
    browse, division_head, annual
):
    factories.filing(annual, on_behalf=True, filed_by=division_head.user_id)
    head = browse(division_head)
    assert ACCEPT in head.get(review(annual)).text

    for elsewhere in (person(Role.DESK, scope="33.18"), person(Role.INSPECTOR)):
        assert ACCEPT in head.get(review(annual)).text, elsewhere
    person(Role.DESK)
    assert OWN in head.get(review(annual)).text
    assert head.post(review(annual, "/terima"), {"version": "1"}).status == 409


def test_only_the_head_of_division_undoes_an_acceptance(browse, desk, division_head, annual, filed):
    clerk = browse(desk)
    clerk.get(review(annual))
    clerk.post(review(annual, "/terima"), {"version": "1"})
    undo = {"version": "1", "undo_reason": "Ternyata neraca belum ditandatangani"}
    assert clerk.post(review(annual, "/batalkan"), undo).status == 403

    head = browse(division_head)
    head.get(review(annual))
    head.post(review(annual, "/batalkan"), undo)
    db.session.refresh(filed)
    assert filed.state == "filed"
    assert filed.review_reason == "Ternyata neraca belum ditandatangani"


def test_accepting_says_that_documents_were_checked(browse, desk, annual, filed, cooperative):
    factories.assessment(cooperative, filing_id=filed.id, basis="self_reported")
    browser = browse(desk)
    browser.get(review(annual))
    browser.post(review(annual, "/terima"), {"version": "1"})

    assert db.session.query(Assessment).one().basis == "document_checked"


def test_a_draft_is_nobody_elses_to_read(browse, desk, annual, full_draft):
    assert browse(desk).get(review(annual)).status == 404


def test_a_locked_report_opens_again_for_a_reason(browse, division_head, treasurer, annual):
    filing = factories.filing(annual)
    annual.locks_on = annual.opens_on
    db.session.commit()
    correction = {"reason": "typing", "text": "Salah ketik pada simpanan"}
    officer = browse(treasurer)
    officer.get(address(annual, "/perbaiki"))
    assert officer.post(address(annual, "/perbaiki"), correction).status == 409

    head = browse(division_head)
    head.get(review(annual))
    head.post(review(annual, "/buka"), {"unlock_reason": "Hasil audit baru keluar bulan ini"})
    assert officer.post(address(annual, "/perbaiki"), correction).status == 303
    assert filing.number == 1
