"""The first page of an officer at the desk: the column of the next action is not left empty."""

import pytest

from tests.support.chromium import DESK, Opened
from tests.support.live import Live

pytestmark = pytest.mark.browser
BOTTOMS = """() => [...document.querySelectorAll('.duo > .stack')]
  .map(column => Math.max(...[...column.children].map(e => e.getBoundingClientRect().bottom)))"""


@pytest.mark.parametrize("username", ["bendahara", "bendahara2"])
def test_what_was_sent_stands_under_the_next_action(
    shared_live: Live, open_browser: Opened, username: str
) -> None:
    person = shared_live.person(username)
    desk = open_browser(shared_live, person, viewport=DESK).new_page()
    desk.goto("/k/")

    left, right = desk.evaluate(BOTTOMS)
    assert left > right - 100
