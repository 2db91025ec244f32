"""Every address, called by every role: the hand-written matrix against what happens."""

import re
import uuid
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from app.cooperatives.models import Cooperative
from tests.architecture import access_matrix as matrix
from tests.support.browser import Browser
from tests.support.page import Page
from tests.support.people import Person
from tests.support.world import World, form_for, make_world, values_for

WRITES = {"POST", "PUT", "PATCH", "DELETE"}
REFUSED = {401, 403, 404}
TO_THE_DOOR = re.compile(r"/masuk(\?|$)")
UNGUESSABLE = ("report_id", "import_id", "attachment_id", "photo_id", "consultation_id", "file_id")
SOMEBODY_ELSE = {"user_id": 987_654, "post_id": 987_654, "cooperative_id": 987_654}
SOMEBODY_ELSE |= {"assessment_id": 987_654, "article_id": 987_654, "event_id": 987_654}
SOMEBODY_ELSE |= {"writer": "nobody-s-page", "complaint_id": 987_654}


@pytest.fixture
def world(cooperative: Cooperative, chair: Person, inspector: Person) -> World:
    return make_world(cooperative, chair, inspector)


def routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Every rule with each of its methods; readings first, for writings change the world."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    calls = [(rule, method) for rule in rules for method in rule.methods or ()]
    told = [call for call in calls if call[1] not in ("HEAD", "OPTIONS")]
    yield from sorted(told, key=lambda call: (call[1] in WRITES, call[0].endpoint))


def test_every_route_says_who_may_call_it(app: Flask) -> None:
    silent = [
        rule.endpoint
        for rule, _ in routes(app)
        if not hasattr(app.view_functions[rule.endpoint], "permission")
    ]
    assert not silent


def test_only_writing_routes_commit_and_all_of_them_do(app: Flask) -> None:
    wrong = [
        f"{method} {rule.endpoint}"
        for rule, method in routes(app)
        if (method in WRITES) != hasattr(app.view_functions[rule.endpoint], "commits")
    ]
    assert not wrong


def test_the_matrix_speaks_of_every_route_and_of_no_other(app: Flask) -> None:
    there = {rule.endpoint for rule, _ in routes(app)}
    assert there - set(matrix.MATRIX) == set(), "say in access_matrix.py who may"
    assert set(matrix.MATRIX) - there == set(), "gone: take it out of access_matrix.py"


@pytest.mark.either_database
@pytest.mark.parametrize("role", matrix.ROLES)
def test_each_role_may_do_what_the_matrix_says_and_nothing_else(
    app: Flask, world: World, everyone: Callable[[str], Person], role: str
) -> None:
    reader = None if role == matrix.NOBODY else everyone(role)
    wrong = []
    for rule, method in routes(app):
        page = _call(app, reader, rule, method, world)
        may = matrix.MATRIX.get(rule.endpoint, set())
        if _is_in(page, is_public=may == matrix.ANYONE) != (role in may):
            wrong.append(f"{method} {page.url} ({rule.endpoint}): {page.status} {page.goes_to}")
    assert not wrong, f"{role}:\n  " + "\n  ".join(wrong)


def test_what_is_cooperative_a_s_does_not_exist_for_a_stranger(
    app: Flask, world: World, stranger: Person
) -> None:
    found = []
    for rule, method in _of_somebody(app):
        page = _call(app, stranger, rule, method, world)
        if page.status != 404:
            found.append(f"{method} {page.url}: {page.status}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("role", ["desk", "inspector", "division_head", "agency_head"])
def test_what_is_of_this_regency_does_not_exist_for_another_one(
    app: Flask, world: World, in_another_regency: Callable[[str], Person], role: str
) -> None:
    reader = in_another_regency(role)
    found = []
    for rule, method in _of_somebody(app):
        page = _call(app, reader, rule, method, world)
        if page.status not in REFUSED:
            found.append(f"{method} {page.url}: {page.status}")
    assert not found, "\n".join(found)


@pytest.mark.either_database
@pytest.mark.parametrize("role", ["treasurer", "desk", "division_head", "administrator"])
def test_what_never_was_is_answered_as_what_is_not_theirs(
    app: Flask, world: World, everyone: Callable[[str], Person], role: str
) -> None:
    reader = everyone(role)
    found = []
    for rule, method in _of_somebody(app):
        page = _call(app, reader, rule, method, world, missing=True)
        if page.status not in REFUSED:
            found.append(f"{method} {page.url}: {page.status}")
    assert not found, "\n".join(found)


def _of_somebody(app: Flask) -> Iterator[tuple[Rule, str]]:
    """The addresses that name a thing which belongs to somebody."""
    free = matrix.PUBLIC_OBJECTS | set(matrix.NOBODYS_OBJECTS)
    yield from (call for call in routes(app) if call[0].arguments and call[0].endpoint not in free)


def _call(
    app: Flask,
    reader: Person | None,
    rule: Rule,
    method: str,
    world: World,
    *,
    missing: bool = False,
) -> Page:
    values = values_for(rule.endpoint, set(rule.arguments), world, reader)
    if missing:
        values = {**values, **{name: _never_was(name) or was for name, was in values.items()}}
    with app.test_request_context():
        address = app.url_map.bind("localhost").build(rule.endpoint, values, method)
    browser = Browser(app, reader, strict=False)
    if method not in WRITES:
        return browser.get(address)
    return browser.post(address, form_for(rule.endpoint, reader))


def _never_was(name: str) -> object:
    return uuid.uuid4() if name in UNGUESSABLE else SOMEBODY_ELSE.get(name)


def _is_in(page: Page, *, is_public: bool) -> bool:
    sent_to_the_door = bool(TO_THE_DOOR.match(page.goes_to)) and not is_public
    return page.status not in REFUSED and not sent_to_the_door
