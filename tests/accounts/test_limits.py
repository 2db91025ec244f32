"""One address may not knock without end; offices behind one address still come in."""

import pytest

from app.extensions import limiter

ALLOWED = 300


@pytest.fixture
def fresh_count(app):
    del app
    limiter.reset()
    yield
    limiter.reset()


@pytest.mark.either_database
@pytest.mark.usefixtures("fresh_count")
def test_an_address_that_knocks_without_end_is_told_to_wait(browse):
    visitor = browse()
    visitor.get("/masuk")
    form = {"csrf_token": visitor.csrf_token()}
    answers = [visitor.client.post("/masuk", data=form).status_code for _ in range(ALLOWED + 1)]

    assert set(answers[:ALLOWED]) == {422}
    assert answers[-1] == 429
    assert visitor.get("/masuk").status == 200, "only the door is limited, not the page"
