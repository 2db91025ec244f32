"""The strict browser: reads every page it gets as a careful person would, and follows nothing."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

from flask import Flask
from flask.testing import FlaskClient

from app.accounts.identity import hash_token
from app.accounts.models import SignInSession
from app.shared import clock
from app.shared.database import db
from tests.support.page import Form, Page
from tests.support.people import Person
from tests.support.strict.check import check

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
Data = Mapping[str, Any]


class Browser:
    """One person's browser. `page` is the last page seen; a fragment leaves it as it was."""

    def __init__(self, app: Flask, person: Person | None = None, *, strict: bool = True) -> None:
        self.app, self.person, self.strict = app, person, strict
        self.client: FlaskClient = app.test_client()
        self.page: Page | None = None
        if person:
            self.sign_in(person)

    def sign_in(self, person: Person, **changes: Any) -> None:
        """A session row and its cookie, without the page and its slow password check."""
        token = secrets.token_hex(32)
        defaults = {
            "token_hash": hash_token(token),
            "user_id": person.user_id,
            "assignment_id": person.assignment_id,
            "device": "Chrome di Android",
            "created_at": clock.now(),
            "seen_at": clock.now(),
        }
        with self._apart():
            db.session.add(SignInSession(**{**defaults, **changes}))
            db.session.commit()
        with self.client.session_transaction() as cookie:
            cookie["_user_id"], cookie["_fresh"] = token, True

    def get(self, url: str, *, htmx: bool = False, headers: Data | None = None) -> Page:
        """Ask for an address as a page, or with htmx=True as a fragment."""
        return self._ask("GET", url, None, htmx=htmx, headers=headers)

    def post(
        self,
        url: str,
        data: Data | None = None,
        *,
        htmx: bool = False,
        csrf: bool = True,
        headers: Data | None = None,
    ) -> Page:
        """Send a form; the CSRF field is taken from the last page unless csrf=False."""
        sent = {**(data or {})}
        if csrf:
            sent.setdefault("csrf_token", self.csrf_token())
        return self._ask("POST", url, sent, htmx=htmx, headers=headers)

    def submit(self, form: Form, *, htmx: bool = False, headers: Data | None = None) -> Page:
        """Send a form as it stands, to where it says."""
        url = urljoin(form.page.url, form.action)
        data = form.data.to_dict(flat=False)
        if form.method == "POST":
            return self._ask("POST", url, data, htmx=htmx, headers=headers)
        return self._ask("GET", url, data, htmx=htmx, headers=headers)

    def follow(self, page: Page) -> Page:
        """Go where the answer sends us; fails when it sends us nowhere."""
        assert page.goes_to, f"{page.url} answered {page.status} and stayed: {page.text[:300]}"
        return self.get(urljoin(page.url, page.goes_to))

    def csrf_token(self) -> str:
        """The token of the last page with a form; a page that has one is fetched if need be."""
        field = self.page.soup.find(attrs={"name": "csrf_token"}) if self.page else None
        if field:
            return str(field["value"])
        return self._token_of_the_session()

    def _token_of_the_session(self) -> str:
        from flask_wtf.csrf import generate_csrf

        with self.client.session_transaction() as cookie:
            held = dict(cookie)
        with self.app.app_context(), self.app.test_request_context():
            from flask import session

            session.update(held)
            token: str = generate_csrf()
            made = dict(session)
        with self.client.session_transaction() as cookie:
            cookie.update(made)
        return token

    def _ask(
        self, method: str, url: str, data: Data | None, *, htmx: bool, headers: Data | None
    ) -> Page:
        sent = {**(HTMX if htmx else {}), **(headers or {})}
        given: dict[str, Any] = {"query_string": data} if method == "GET" and data else {}
        if method == "POST":
            given = {"data": data}
        with self._apart():
            response = self.client.open(url, method=method, headers=sent, **given)
            content = response.get_data()
        page = Page(response.request.full_path.rstrip("?"), response.status_code,
                    response.headers, content)  # fmt: skip
        self._read(page, htmx=htmx)
        return page

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """The request has its own session: what it did not commit did not happen."""
        db.session.rollback()
        with self.app.app_context():
            yield
        db.session.expire_all()

    def _read(self, page: Page, *, htmx: bool) -> None:
        if not (page.is_html and page.content.strip()):
            return
        if self.strict:
            check(self.app, page, held=self.page, asked_by_htmx=htmx)
        if not page.is_fragment:
            self.page = page
