"""What one page of a draft tells the phone, as JSON in the page: figures and history.

Where its rules and words are it tells too; they are files of their own.

Nothing here is more than the page's reader may see: it is their own report.
"""

from typing import Any

from flask import url_for

from app.instruments.engine import grade_line
from app.instruments.loading import instrument
from app.reports import rule_files
from app.reports.drafts.comparison import known
from app.reports.drafts.pages import ReportPage
from app.reports.live import word_file
from app.reports.live.scoring import TONES, answers_of, choice_of
from app.reports.queries import Earlier
from app.reports.sheet import Sheet
from app.reports.verdicts import YEAR_QUARTERS
from app.shared.web.assets import asset
from app.shared.web.words import period_name

Told = dict[str, Any]


def island(sheet: Sheet, page: ReportPage | None = None) -> Told:
    """Everything the phone needs to score and check this draft; `page` is the one being filled."""
    period = sheet.case.period
    report = sheet.case.report
    told: Told = {
        "page": page.code if page else None,
        "place": url_for("reports.show", report_id=sheet.case.obligation.public_id),
        "checking": rules_url(rule_files.checking_file(sheet.kind, period.kind)),
        "figures": known(report.figures),
        "carried": sheet.carried,
        "quarters": period.quarter or YEAR_QUARTERS,
        "before": _filed(sheet.last),
        "yearAgo": _filed(sheet.case.year_before),
        "explanations": report.explanations,
        "spoken": rules_url(word_file.file_name()),
        "styles": asset("live.css"),
    }
    return told | _scoring(sheet)


def rules_url(file_name: str) -> str:
    """Where a rule file is fetched."""
    return url_for("reports.rules", file_name=file_name)


def _filed(earlier: Earlier | None) -> Told | None:
    if earlier is None:
        return None
    return {
        "name": period_name(earlier),
        "figures": {**known(earlier.figures), **earlier.carried},
        "quarters": earlier.quarter or YEAR_QUARTERS,
    }


def _scoring(sheet: Sheet) -> Told:
    """The instrument and the questionnaire; nothing in a quarter, which is not scored."""
    choice = choice_of(sheet)
    if choice is None:
        return {}
    return instrument_told(choice.primary) | {
        "answers": answers_of(sheet),
        "asked": [[page.code, page.title, page.items] for page in sheet.pages if page.items],
        "mixed": choice.note is not None,
    }


def instrument_told(instrument_id: str) -> Told:
    """The rules of an instrument, its grades from the worst to the best, where the words are."""
    used = instrument(instrument_id)
    _thresholds, codes = grade_line(used)
    labels = [used.grade(code).label.title() for code in codes]
    return {
        "scoring": rules_url(rule_files.scoring_file(instrument_id)),
        "grades": [list(each) for each in zip(labels, TONES[-len(codes) :], strict=True)],
        "draft": used.status_note if used.is_draft else "",
        "spoken": rules_url(word_file.file_name()),
        "script": asset("details.js"),
    }
