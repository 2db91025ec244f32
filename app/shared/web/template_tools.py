"""Filters and globals of the templates; each is one line and tested where it is defined."""

from functools import cache
from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask, request

from app.shared import clock, formatting
from app.shared.web.assets import asset
from app.shared.web.options import options
from app.shared.web.words import period_name

THEMES = ("light", "dark")


def equip(app: Flask) -> None:
    app.jinja_options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        number=formatting.number,
        decimal=formatting.decimal_text,
        rupiah=formatting.rupiah,
        short_money=formatting.short_money,
        millions=formatting.millions,
        long_date=formatting.long_date,
        day_date=formatting.day_date,
        short_date=formatting.short_date,
        clock_time=formatting.clock_time,
        moment=formatting.moment,
        period_name=period_name,
    )
    app.jinja_env.globals.update(
        asset=asset,
        today=clock.today,
        now=clock.now,
        theme=theme,
        percent=formatting.percent,
        written_options=options,
    )
    words = _words(app.config["BABEL_TRANSLATION_DIRECTORIES"], app.config["BABEL_DEFAULT_LOCALE"])
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )


@cache
def _words(directory: str, locale: str) -> Any:
    """The catalogue itself: a page has hundreds of sentences in one language, and asking
    for the request's language at each of them cost more than everything else of the page.
    """
    found: NullTranslations = Translations.load(directory, [locale])
    return found


def theme() -> str:
    """Light or dark when the person chose it, else empty: as the phone has it."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else ""
