"""What stands between a draft and the dinas: nothing is sent that was not looked at."""

from dataclasses import replace

from app.figures.anomalies import Account
from app.figures.kinds import BusinessKind, PeriodKind
from app.reports.drafts.checking import Subject, judge
from app.reports.drafts.comparison import values_of
from app.reports.drafts.pages import report_pages
from app.reports.drafts.tasks import Draft
from tests.support import statements

LENDER, QUARTER = BusinessKind.SAVINGS_LOAN, PeriodKind.QUARTERLY
BALANCED = statements.figures_for(LENDER, QUARTER)
PAGES = report_pages(LENDER, QUARTER, sharia=False, by_hand=())


def said_of(figures, pages=PAGES):
    """What blocks sending these figures, by rule and first figure."""
    draft = Draft(figures=figures, unread={}, copied={}, answers={}, copied_answers={})
    now = Account(values_of(figures, {}, LENDER, QUARTER, complete=False), quarters=3)
    verdict = judge(Subject(draft, pages, LENDER, QUARTER, now, before=None, days_late=0))
    return [each.id for each in verdict.wrong]


def without(code):
    """The pages of a catalogue that forgets to ask a quarter for this line."""
    return [
        replace(page, lines=tuple(line for line in page.lines if line.code != code))
        for page in PAGES
    ]


def test_a_whole_report_in_balance_may_be_sent():
    assert said_of(BALANCED) == []


def test_a_report_out_of_balance_may_not():
    assert said_of(BALANCED | {"cash": 0}) == ["balance:total_assets"]


def test_a_report_whose_balance_cannot_be_made_up_may_not_either():
    figures = {code: amount for code, amount in BALANCED.items() if code != "other_assets"}
    assert said_of(figures | {"cash": 0}, without("other_assets")) == ["unmeasured:total_assets"]


def test_half_a_report_is_told_what_it_lacks_and_nothing_more():
    figures = {code: amount for code, amount in BALANCED.items() if code != "other_assets"}
    assert said_of(figures) == ["missing:other_assets"]


def test_last_years_report_wins_over_what_was_typed_for_it_by_hand():
    """So the two cannot contradict each other, and nobody is asked which is right."""
    typed = {"total_assets_prior": 100, "members_total_prior": 12}
    values = values_of(typed, {"total_assets_prior": 90}, LENDER, PeriodKind.ANNUAL, complete=False)
    assert (values["total_assets_prior"], values["members_total_prior"]) == (90, 12)
