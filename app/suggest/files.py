"""Where the file of short answers is: it is named by its content, so nobody asks for it twice."""

from flask import current_app, url_for

from app.search.phone import PhoneFile, phone_file


def current() -> PhoneFile:
    """Of the area this deployment serves."""
    return phone_file(current_app.config["REGENCY"])


def address() -> str:
    return url_for("suggest.answers", file_name=current().name)
