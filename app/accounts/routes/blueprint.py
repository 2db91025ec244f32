"""One blueprint for everything about accounts."""

from datetime import timedelta

from flask import Blueprint
from flask.blueprints import BlueprintSetupState

from app.accounts.identity import STAY_OFFICER, know_who_asks

accounts = Blueprint("accounts", __name__)
accounts.before_app_request(know_who_asks)
PER_ADDRESS = "300 per minute"
"""Coarse on purpose: a whole village may share one address."""


@accounts.record_once
def _keep_cookies_long_enough(state: BlueprintSetupState) -> None:
    """The row decides how long one stays signed in; the cookie must only outlast it."""
    state.app.config["PERMANENT_SESSION_LIFETIME"] = STAY_OFFICER + timedelta(days=1)
