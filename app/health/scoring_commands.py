"""`flask health score` and `score-many`: the engine on the command line, without a database."""

import sys
from pathlib import Path
from typing import BinaryIO

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from app.instruments.cases import BadCase, read_case
from app.instruments.engine import score as score_case
from app.instruments.loading import instrument as load_instrument
from app.instruments.loading import instrument_ids
from app.instruments.model import Instrument, Method
from app.instruments.results import json_line

BAD_INPUT = 2

health = AppGroup("health", help="Health scores without a database.")


class Refused(click.ClickException):
    """Bad input: one line on stderr, exit code 2."""

    exit_code = BAD_INPUT

    def show(self, file: object = None) -> None:  # noqa: ARG002
        click.echo(self.format_message(), err=True)


@health.command("score")
@click.argument("instrument_id", metavar="INSTRUMENT")
@click.argument("case_file", metavar="CASE.json")
def score(instrument_id: str, case_file: str) -> None:
    """Score one case; a file named - is standard input."""
    instrument = _instrument(instrument_id)
    with _opened(case_file) as stream:
        content = stream.read()
    click.echo(_scored(instrument, content))


@health.command("score-many")
@click.argument("instrument_id", metavar="INSTRUMENT")
@click.argument("cases_file", metavar="CASES.jsonl")
def score_many(instrument_id: str, cases_file: str) -> None:
    """Score one case a line; stop at the first bad line, having printed what came before."""
    instrument = _instrument(instrument_id)
    output = sys.stdout
    with _opened(cases_file) as stream:
        for number, line in enumerate(stream, start=1):
            try:
                scored = _scored(instrument, line)
            except Refused as refusal:
                output.flush()
                where = _("Line %(number)s: %(problem)s", number=number, problem=refusal.message)
                raise Refused(where) from refusal
            output.write(scored + "\n")
    output.flush()


def _instrument(instrument_id: str) -> Instrument:
    usable = [
        each for each in instrument_ids() if load_instrument(each).method is not Method.GRADES_ONLY
    ]
    if instrument_id not in usable:
        raise Refused(
            _("Unknown instrument %(id)s. There are: %(known)s",
              id=instrument_id, known=", ".join(usable))
        )  # fmt: skip
    return load_instrument(instrument_id)


def _opened(name: str) -> BinaryIO:
    try:
        return sys.stdin.buffer if name == "-" else Path(name).open("rb")
    except OSError as problem:
        raise Refused(_("The file %(name)s cannot be read.", name=name)) from problem


def _scored(instrument: Instrument, content: bytes) -> str:
    try:
        case = read_case(content.decode("utf-8-sig"), instrument)
    except UnicodeDecodeError as problem:
        raise Refused(_("This is not JSON.")) from problem
    except BadCase as problem:
        raise Refused(_sentence(problem)) from problem
    return json_line(score_case(instrument, case))


def _sentence(problem: BadCase) -> str:
    code, amount = problem.subject, problem.amount
    sentences: dict[str, str] = {
        "not_json": _("This is not JSON."),
        "not_an_object": _("%(code)s is not a JSON object.", code=code or "CASE"),
        "twice": _("%(code)s stands there twice.", code=code),
        "unknown_figure": _("Unknown figure: %(code)s", code=code),
        "unknown_item": _("Unknown item: %(code)s", code=code),
        "unknown_questionnaire": _("Unknown questionnaire: %(code)s", code=code),
        "not_a_number": _("%(code)s is not a number: %(amount)s", code=code, amount=amount),
        "fraction": _("%(code)s is not whole rupiah: %(amount)s", code=code, amount=amount),
        "not_true_or_false": _(
            "%(code)s is neither true nor false: %(amount)s", code=code, amount=amount
        ),
        "not_a_count": _(
            "%(code)s is not a possible number of items: %(amount)s", code=code, amount=amount
        ),
        "answered_twice": _("%(code)s is answered both by item and by number.", code=code),
    }
    return sentences[problem.fault]
