"""Selamat pagi, siang, sore, malam: by the hour."""

from flask_babel import gettext as _

NOON, AFTERNOON, EVENING = 11, 15, 18


def greeting(hour: int, name: str) -> str:
    """The greeting of that hour in the regency, 0 to 23."""
    if hour < NOON:
        return _("Good morning, %(name)s", name=name)
    if hour < AFTERNOON:
        return _("Good day, %(name)s", name=name)
    if hour < EVENING:
        return _("Good afternoon, %(name)s", name=name)
    return _("Good evening, %(name)s", name=name)
