"""What a ready reply may say of a cooperative's score: this package knows both sides."""

from app.consultations.desk.events import Blanks
from app.health.queries import latest_of
from app.health.words import grade_name, score_text


def fill_score(blanks: Blanks) -> None:
    """Score and grade of the latest full assessment; nothing where there is none."""
    latest = latest_of(blanks.cooperative_id)
    if latest is not None and latest.is_complete:
        blanks.values["skor"] = score_text(latest.total)
        blanks.values["tingkat"] = grade_name(latest.grade, latest.instrument)
