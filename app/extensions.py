"""Extensions are born here, bound to an application in create_app."""

from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from htmx_flask import Htmx

from app.shared.web.forgery import MaskedProtection


class DoorLimiter(Limiter):
    """Limits the routes that say so, by their decorators; no other page is asked at all."""

    def _check_request_limit(
        self,
        callable_name: str | None = None,
        in_middleware: bool = True,  # noqa: FBT001, FBT002 as the library asks
    ) -> None:
        if not in_middleware:
            super()._check_request_limit(callable_name, in_middleware)


babel = Babel()
csrf = MaskedProtection()
htmx = Htmx()
limiter = DoorLimiter(get_remote_address)
login_manager = LoginManager()
