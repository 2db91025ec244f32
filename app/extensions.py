"""Extensions are born here, bound to an application in create_app."""

from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from htmx_flask import Htmx

from app.shared.web.forgery import MaskedProtection

babel = Babel()
csrf = MaskedProtection()
htmx = Htmx()
limiter = Limiter(get_remote_address)
login_manager = LoginManager()
