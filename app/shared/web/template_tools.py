"""Filters and globals of the templates; each is one line and tested where it is defined."""

from flask import Flask, request

from app.shared import clock, formatting
from app.shared.web.assets import asset
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
        asset=asset, today=clock.today, now=clock.now, theme=theme, percent=formatting.percent
    )


def theme() -> str:
    """Light or dark when the person chose it, else empty: as the phone has it."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else ""
