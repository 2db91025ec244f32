"""What the pages of /d/atur share."""

from flask import Blueprint, current_app
from flask_login import current_user

agency = Blueprint("agency", __name__, url_prefix="/d/atur")
REGENCY_LENGTH = 5


def own_regency() -> str:
    """Whose settings these are: the reader's regency, or this deployment's own."""
    regency: str = current_user.regency
    return regency if len(regency) == REGENCY_LENGTH else current_app.config["REGENCY"]
