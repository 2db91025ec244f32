"""A reason given at the field is the reason of the check page: asked once, kept in its place."""

from app.reports.models import Report
from app.shared.database import db
from tests.reports.conftest import address
from tests.support import factories, statements

PAGE = "/isi/kas-penempatan"
JUMP = "ten_times:bank_accounts"
REASON = "Tanah kantor lama dijual pada bulan Juni."


def explanations(owed) -> dict[str, str]:
    db.session.rollback()
    return db.session.get_one(Report, owed.public_id).explanations


def filled(browser, owed, **given):
    page = browser.get(address(owed, PAGE))
    return page.form("Simpan dan lanjut").fill(given).press("Simpan dan lanjut")


def asked(browser, owed, reason, finding=JUMP):
    """The page as the script sends it after its question was answered."""
    form = filled(browser, owed, bank_accounts="1.550.000.000", bank_accounts__reason=reason)
    form.data.add("bank_accounts__asked", finding)
    return browser.submit(form)


def test_a_reason_given_at_the_field_is_there_when_the_report_is_checked(
    browse, treasurer, quarterly, last_quarter
):
    factories.report(quarterly, figures=statements.figures_for())
    browser = browse(treasurer)
    asked(browser, quarterly, REASON)

    assert explanations(quarterly) == {JUMP: REASON}
    check = browser.get(address(quarterly, "/periksa"))
    assert check.soup.find("textarea", attrs={"name": f"{JUMP}__reason"}).text.strip() == REASON
    chosen = check.soup.select_one(f'[name="{JUMP}__doubt"][checked]')
    assert chosen["value"] == "right"


def test_an_emptied_reason_is_taken_back_and_others_stay(browse, treasurer, quarterly):
    factories.report(quarterly, explanations={JUMP: REASON, "late": "Listrik padam seminggu."})
    asked(browse(treasurer), quarterly, "")

    assert explanations(quarterly) == {"late": "Listrik padam seminggu."}


def test_a_field_nobody_asked_about_says_nothing(browse, treasurer, quarterly):
    factories.report(quarterly, explanations={JUMP: REASON})
    browser = browse(treasurer)
    browser.submit(filled(browser, quarterly, bank_accounts="1", bank_accounts__reason=""))

    assert explanations(quarterly) == {JUMP: REASON}


def test_a_doubt_there_is_not_is_not_kept(browse, treasurer, quarterly):
    factories.report(quarterly)
    for finding in ("nonsense", "ten_times:nothing", "nonsense:cash"):
        asked(browse(treasurer), quarterly, REASON, finding)

    assert explanations(quarterly) == {}


def test_without_a_script_no_question_is_seen(browse, treasurer, quarterly):
    page = browse(treasurer).get(address(quarterly, PAGE))
    places = page.soup.select("#page-form .doubt")

    assert len(places) == len(page.soup.select("money-field")) > 3
    assert all(place.has_attr("hidden") for place in places)
    assert page.soup.find(id="live-difference").has_attr("hidden")
