"""The one language of the pages, read once by each process.

Flask-Babel asks of every word which request, locale and domain it belongs to: 20 microseconds,
three hundred times a page. There is one answer here, so it is kept.
"""

from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask
from flask_babel import Babel, Domain
from markupsafe import Markup

LANGUAGE = "id"


class OneLanguage(Domain):
    """Flask-Babel's domain with the catalogue held ready; in front of gettext and lazy_gettext."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.catalogue = Translations.load(folder, [LANGUAGE])

    def get_translations(self) -> NullTranslations:
        return self.catalogue

    def gettext(self, string: str, **variables: Any) -> str:
        text: str = self.catalogue.gettext(string)
        return text % variables if variables else text


def speak(app: Flask, babel: Babel) -> None:
    """Bind the catalogue to Python's gettext and to the templates' _."""
    babel.init_app(app, locale_selector=lambda: LANGUAGE)
    words = OneLanguage(app.config["BABEL_TRANSLATION_DIRECTORIES"])
    babel.domain_instance = words
    said = template_gettext(words)
    app.jinja_env.globals.update(_=said, gettext=said)


def template_gettext(words: OneLanguage) -> Any:
    """As Jinja's own: a format even without variables, and what is filled in is escaped."""
    known: dict[str, Markup] = {}
    plain: dict[str, Markup] = {}

    def say(string: str, /, **variables: Any) -> Markup:
        if not variables and string in plain:
            return plain[string]
        text = known.get(string)
        if text is None:
            text = known[string] = Markup(words.catalogue.gettext(string))  # noqa: S704 from our catalogue
        if variables:
            return text % variables
        plain[string] = text % {}
        return plain[string]

    return say
