"""What the pages about training share."""

from datetime import datetime

from flask import Blueprint

from app.shared.clock import local
from app.shared.formatting import day_date

training = Blueprint("training", __name__)
EVENT = "/d/pelatihan/<int:event_id>"


@training.app_template_filter("local_day")
def local_day(moment: datetime) -> str:
    """The day a moment lies in, in the regency, with its weekday."""
    return day_date(local(moment).date())
