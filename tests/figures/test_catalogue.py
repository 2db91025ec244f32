"""The catalogue is consistent, and each cooperative is asked for its own lines."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.figures.catalogue import BusinessKind, PeriodKind, Term, Total, catalogue, validate

SAVINGS_LOAN, REAL_SECTOR, BOTH = BusinessKind
QUARTERLY, ANNUAL = PeriodKind


def a_total(code: str, *parts: str) -> Total:
    terms = tuple(Term(part, Fraction(1)) for part in parts)
    return Total(code, code, "", "rupiah", BOTH, terms, False, "", "ours", None)


def codes(lines) -> set[str]:
    return {line.code for line in lines}


def test_every_line_enters_the_balance_exactly_once():
    book = catalogue()
    sheet = [
        leaf
        for total in ("total_assets", "total_liabilities", "total_equity")
        for leaf in book.leaves(total)
    ]
    for line in book.figures:
        if line.statement in {"balance_sheet", "surplus_statement"}:
            assert sheet.count(line.code) == 1, line.code


def test_lines_typed_positive_and_subtracted_lower_the_assets():
    book = catalogue()
    contra = {
        line.code for line in book.figures if line.is_minus and line.statement == "balance_sheet"
    }
    parts = [*book.total_by_code["total_current_assets"].terms]
    parts += book.total_by_code["fixed_assets_net"].terms
    assert {term.figure for term in parts if term.factor < 0} == contra


@pytest.mark.parametrize("kind", BusinessKind)
@pytest.mark.parametrize(
    "total", ["total_assets", "total_liabilities", "total_equity", "surplus_after_tax"]
)
def test_what_the_balance_is_made_of_is_asked_in_every_period(total, kind):
    """A line of the year alone would leave the quarter without a sum, and so unchecked."""
    book = catalogue()
    quarter, year = (codes(book.lines(kind, period)) for period in PeriodKind)
    leaves = set(book.leaves(total)) & (quarter | year)
    assert leaves
    assert leaves <= quarter & year


@pytest.mark.parametrize("kind", [SAVINGS_LOAN, REAL_SECTOR])
@pytest.mark.parametrize(("period", "limit"), [(QUARTERLY, 45), (ANNUAL, 60)])
def test_a_treasurer_never_types_more_amounts_than_promised(kind, period, limit):
    money = [line for line in catalogue().lines(kind, period) if line.unit == "rupiah"]
    assert 0 < len(money) <= limit


def test_income_counts_from_the_start_of_the_year_and_balances_do_not():
    book = catalogue()
    flows = {"staff_expense", "members_joined", "total_income", "surplus_after_tax"}
    flows |= {"current_surplus", "education_expense"}
    assert all(book.is_flow(code) for code in flows)
    balances = {"cash", "members_male", "total_assets", "total_equity", "total_assets_prior"}
    assert not any(book.is_flow(code) for code in balances)


def test_a_shop_is_not_asked_for_loans_and_a_lender_not_for_stock():
    book = catalogue()
    assert "loans_members" not in codes(book.lines(REAL_SECTOR, ANNUAL))
    assert "inventories" not in codes(book.lines(SAVINGS_LOAN, ANNUAL))


def test_a_cooperative_of_both_kinds_is_asked_for_the_lines_of_both():
    book = catalogue()
    single = codes(book.lines(SAVINGS_LOAN, ANNUAL)) | codes(book.lines(REAL_SECTOR, ANNUAL))
    assert codes(book.lines(BOTH, ANNUAL)) == single == codes(book.figures)


def test_a_quarter_asks_less_than_the_year():
    book = catalogue()
    assert codes(book.lines(BOTH, QUARTERLY)) < codes(book.lines(BOTH, ANNUAL))
    assert "risky_loans" not in codes(book.lines(BOTH, QUARTERLY))


def test_pages_hold_every_line_once_and_only_pages_that_ask_something():
    book = catalogue()
    for kind in BusinessKind:
        for period in PeriodKind:
            pages = book.pages(kind, period)
            on_pages = [line.code for page in pages for line in page.figures]
            assert sorted(on_pages) == sorted(codes(book.lines(kind, period)))
            assert all(page.figures for page in pages)


def test_last_years_figures_are_asked_only_on_a_first_report():
    book = catalogue()
    assert "tahun-lalu" not in codes(book.pages(SAVINGS_LOAN, ANNUAL))
    asked = book.pages(SAVINGS_LOAN, ANNUAL, carried=["members_total_prior"])[-1]
    assert asked.code == "tahun-lalu"
    assert codes(asked.carried) == {"members_total_prior"}


def test_a_sharia_treasurer_reads_the_sharia_name():
    book = catalogue()
    assert book.label("loans_members") == "Pinjaman kepada anggota"
    assert "pembiayaan" in book.label("loans_members", sharia=True)
    assert book.label("cash", sharia=True) == "Kas"


def test_a_name_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        catalogue().figure("kas")


def test_a_sum_is_found_on_the_page_where_all_its_lines_are_typed():
    book = catalogue()
    assert book.page_of(["problem_loans"]) == "kualitas-pinjaman"
    assert book.page_of(["total_assets"]) is None


def test_a_circle_of_sums_is_refused_and_named():
    book = catalogue()
    circle = (a_total("first", "second"), a_total("second", "first"))
    with pytest.raises(ValueError, match="first"):
        validate(replace(book, totals=(*book.totals, *circle)))


def test_a_sum_of_an_unknown_line_is_refused_and_named():
    book = catalogue()
    with pytest.raises(ValueError, match="kas_kecil"):
        validate(replace(book, totals=(*book.totals, a_total("new", "kas_kecil"))))


def test_a_code_that_stands_twice_is_refused():
    book = catalogue()
    with pytest.raises(ValueError, match="twice"):
        validate(replace(book, totals=(*book.totals, a_total("cash", "bank_accounts"))))


def test_a_line_on_an_unknown_page_is_refused():
    book = catalogue()
    stray = replace(book.figures[0], code="stray", page="halaman-baru")
    with pytest.raises(ValueError, match="halaman-baru"):
        validate(replace(book, figures=(*book.figures, stray)))
