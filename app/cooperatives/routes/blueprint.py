"""Two doors to the register: one asks who knocks, the other does not."""

from flask import Blueprint, current_app
from flask_login import current_user

cooperatives = Blueprint("cooperatives", __name__)
anyone = Blueprint("public", __name__)
REGENCY_LENGTH = 5


def deployment_area() -> str:
    """The area whose register the public pages show."""
    area: str = current_app.config["REGENCY"]
    return area


def editing_regency() -> str:
    """The regency in which the reader registers cooperatives."""
    regency: str = current_user.regency
    return regency if len(regency) == REGENCY_LENGTH else deployment_area()
