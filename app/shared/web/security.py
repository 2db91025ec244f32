"""Response headers: nothing runs or loads here that we did not send ourselves."""

from flask import Flask, Response, current_app, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import current_user
from werkzeug.middleware.proxy_fix import ProxyFix

from app.settings import Settings
from app.shared.web.compression import compress

POLICY = "; ".join(  # noqa: FLY002 - one line a source reads best
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class Sessions(SecureCookieSessionInterface):
    """Flask's own; but what is the same for all depends on no cookie and sets none.

    Neither does a page the worker fetches by itself: it may overtake what a person does meanwhile.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not is_same_for_all() and "X-Offline" not in request.headers:
            super().save_session(app, session, response)


def is_same_for_all() -> bool:
    """Whether the address asked for is marked so (access.same_for_all)."""
    view = current_app.view_functions.get(request.endpoint or "")
    return hasattr(view, "asks_nobody")


def protect(app: Flask, settings: Settings) -> None:
    """Cookies, proxies, headers and size of every answer."""
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_NAME="ekoperasi",
        MAX_CONTENT_LENGTH=12 * 1024 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.session_interface = Sessions()
    app.after_request(compress)  # what is registered first is done last
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """What a browser may do with this answer."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", POLICY)  # what others made may do even less
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint != "static" and "Cache-Control" not in headers:
        private = bool(current_user) and current_user.is_authenticated
        headers["Cache-Control"] = "private, no-store" if private else "no-cache"
    return response
