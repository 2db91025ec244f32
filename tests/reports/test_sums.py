"""At the foot of a page stands the sum of what belongs together, and one sign for nothing."""

from tests.reports.conftest import address
from tests.support import factories
from tests.support.page import words


def foot_of(page) -> str:
    return words(page.soup.find(id="page-sums"))


def test_lines_that_do_not_belong_together_are_not_added_up(browse, treasurer, annual):
    figures = {"member_surplus_share": 46_000_000, "education_expense": 5_000_000}
    factories.report(annual, figures=figures)

    assert foot_of(browse(treasurer).get(address(annual, "/isi/tambahan"))) == ""


def test_nothing_has_one_sign_on_every_page(browse, treasurer, annual):
    browser = browse(treasurer)
    task_list = browser.get(address(annual))
    pages = [browser.get(url) for url in _pages_of(browser, task_list, annual)]
    feet = {page.url: foot_of(page) for page in pages}

    assert sum(" –" in foot for foot in feet.values()) > 8
    assert not {url: foot for url, foot in feet.items() if "Rp" in foot or " 0" in foot}


def test_what_is_typed_so_far_is_added_up(browse, treasurer, quarterly):
    factories.report(quarterly, figures={"cash": 2_000_000, "bank_accounts": 500_000})
    page = browse(treasurer).get(address(quarterly, "/isi/kas-penempatan"))

    assert foot_of(page) == "Jumlah halaman ini Rp2.500.000"


def test_a_page_of_noughts_adds_up_to_nought(browse, treasurer, quarterly):
    factories.report(quarterly, figures={"savings_members": 0, "savings_non_members": 0})
    page = browse(treasurer).get(address(quarterly, "/isi/simpanan"))

    assert foot_of(page) == "Jumlah halaman ini Rp0"


def _pages_of(browser, task_list, owed) -> list[str]:
    """Every page of figures, from the steps beside the first."""
    first = next(url for url in task_list.links.values() if "/isi/" in url)
    steps = browser.get(first).soup.select(".steps a")
    return [link["href"] for link in steps if "penilaian" not in link["href"]]
