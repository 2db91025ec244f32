"""The books of the demonstration are books a treasurer could have kept."""

from collections import Counter
from datetime import date

import pytest

from app.figures.findings import Level
from app.figures.identities import check
from app.figures.kinds import BusinessKind
from app.obligations.dates import ReportDates, deadlines
from app.reports.drafts.comparison import values_of
from app.seeding.demo.books.history import history
from app.seeding.demo.plan import dice, ended_periods, month_for_two_open_reports
from app.seeding.demo.register.character import Character, character, some_kin

TODAY = date(2026, 11, 23)


def some_character(number: int) -> Character:
    return character("33.19", number, some_kin(dice("kin", "33.19", number)))


def accounts(number: int):
    who = some_character(number)
    return who, history(who, ended_periods(who.month, TODAY, 12)).values()


@pytest.mark.parametrize("number", range(60))
def test_no_report_of_the_demonstration_would_have_been_refused(number):
    who, reports = accounts(number)
    assert len(reports) == 12
    for report in reports:
        kind = report.period.kind
        values = values_of(report.figures, report.carried, who.kind, kind, complete=True)
        findings = check(values, who.kind, kind)
        wrong = [each.key for each in findings if each.level is Level.WRONG]
        assert wrong == []
        assert values["total_assets"] == values["total_liabilities_and_equity"]
        assert all(isinstance(amount, int) for amount in report.figures.values())


def test_members_of_a_year_are_those_before_plus_joined_less_left():
    _, reports = accounts(5)
    for report in reports:
        if report.period.quarter:
            continue
        now = report.figures["members_male"] + report.figures["members_female"]
        moved = report.figures["members_joined"] - report.figures["members_left"]
        assert now == report.carried["members_total_prior"] + moved


def test_the_same_cooperative_always_keeps_the_same_books():
    once = [report.figures for report in accounts(7)[1]]
    again = [report.figures for report in accounts(7)[1]]
    assert once == again
    assert once != [report.figures for report in accounts(8)[1]]


def test_every_kind_of_business_good_and_bad_appears():
    cast = [some_character(number) for number in range(200)]
    kinds = Counter(each.kind for each in cast)
    assert set(kinds) == set(BusinessKind)
    assert min(each.quality for each in cast) < 0.2
    assert max(each.quality for each in cast) > 0.8


@pytest.mark.parametrize(
    "today",
    [date(2026, 11, 23), date(2027, 1, 5), date(2026, 12, 31), date(2028, 2, 29), date(2027, 4, 1)],
)
def test_on_any_day_a_book_year_exists_with_a_fresh_annual_and_a_fresh_quarter(today):
    periods = ended_periods(month_for_two_open_reports(today), today, 12)
    year, quarter = periods[-2:]
    assert (year.quarter, quarter.quarter) == (0, 1)
    for period in (year, quarter):
        dates = deadlines(period, ReportDates())
        assert dates.opens_on <= today
        assert (today - dates.due_on).days <= 31
        assert today <= dates.locks_on
