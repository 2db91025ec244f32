"""Filters and globals of the templates; each is one line and tested where it is defined."""

from collections.abc import Iterable
from functools import lru_cache

from flask import Flask, request
from markupsafe import Markup, escape

from app.shared import clock, formatting, phones
from app.shared.web.assets import asset
from app.shared.web.words import period_name, short_period_name

THEMES = ("light", "dark")
KEPT = 512


def equip(app: Flask) -> None:
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        number=formatting.number,
        decimal=formatting.decimal_text,
        rupiah=formatting.rupiah,
        short_money=formatting.short_money,
        long_date=formatting.long_date,
        day_date=formatting.day_date,
        day_in_words=formatting.day_in_words,
        short_date=formatting.short_date,
        clock_time=formatting.clock_time,
        moment=formatting.moment,
        foldable=foldable,
        period_name=period_name,
        short_period_name=short_period_name,
        phone=phones.shown_phone,
        dialled=phones.dialled_phone,
        whatsapp=phones.whatsapp_number,
    )
    app.jinja_env.globals.update(
        asset=asset,
        today=clock.today,
        now=clock.now,
        theme=theme,
        percent=formatting.percent,
        written_options=written_options,
    )


def theme() -> str:
    """Light or dark when the person chose it, else empty: as the phone has it."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else ""


def foldable(text: object) -> object:
    """A line may end after a stroke or before an at: 518.08/0001/BH/ and 1998, not 199 and 8."""
    if not isinstance(text, str) or isinstance(text, Markup) or not {"/", "@"} & {*text}:
        return text
    return escape(text).replace("/", Markup("/<wbr>")).replace("@", Markup("<wbr>@"))


def written_options(pairs: Iterable[tuple[object, str]], chosen: object) -> Markup:
    """The options of a <select>; `pairs`: value and words of each, in order."""
    return _written(tuple((str(value), text) for value, text in pairs), str(chosen))


@lru_cache(KEPT)
def _written(pairs: tuple[tuple[str, str], ...], chosen: str) -> Markup:
    """Kept for each list and choice: the same long lists stand on page after page."""
    line = Markup('<option value="{}"{}>{}</option>')
    mark = Markup(" selected")
    return Markup("\n").join(
        line.format(value, mark if value == chosen else "", escape(text)) for value, text in pairs
    )
