"""Telling an asker by WhatsApp that there is an answer: never what it says, only where it is."""

from dataclasses import dataclass
from urllib.parse import quote

from flask import current_app, url_for
from flask_babel import gettext as _

from app.consultations.desk.queries.thread import phone_of
from app.consultations.models import Consultation
from app.shared import clock
from app.shared.phones import is_mobile, shown_phone, stored_phone, whatsapp_number

MORNING_ENDS, NOON_ENDS, AFTERNOON_ENDS = 11, 15, 18


@dataclass(frozen=True)
class Chat:
    """`greetings`: the words of each greeting with the address that opens the chat; none where
    no mobile number is known. `text` is the message with the last greeting.
    """

    phone: str
    text: str
    greetings: tuple[tuple[str, str], ...]


def chat_with(thread: Consultation, officer: str) -> Chat:
    """A chat with the asker of a thread, in the name of an officer."""
    phone = phone_of(thread)
    words = {greeting: _text(thread, greeting, officer) for greeting in _greetings()}
    text = next(reversed(words.values()))
    if not is_mobile(stored_phone(phone) or ""):
        return Chat(shown_phone(phone), text, ())
    number = whatsapp_number(phone)
    links = tuple(
        (greeting, f"https://wa.me/{number}?text={quote(said)}") for greeting, said in words.items()
    )
    return Chat(shown_phone(phone), text, links)


def _greetings() -> tuple[str, str]:
    hour = clock.local(clock.now()).hour
    of_day = _("Good evening")
    if hour < MORNING_ENDS:
        of_day = _("Good morning")
    elif hour < NOON_ENDS:
        of_day = _("Good day")
    elif hour < AFTERNOON_ENDS:
        of_day = _("Good afternoon")
    return "Assalamu'alaikum", of_day


def _text(thread: Consultation, greeting: str, officer: str) -> str:
    page = url_for("consultations.show", consultation_id=thread.id)
    told = {
        "greeting": greeting,
        "name": thread.asker_name,
        "number": thread.number,
        "link": f"{current_app.config['PUBLIC_URL']}{page}",
        "officer": officer,
    }
    if thread.first_answer_minutes is None:
        return _(
            "%(greeting)s Bapak/Ibu %(name)s. There is news about question %(number)s. "
            "Please open: %(link)s – %(officer)s",
            **told,
        )
    return _(
        "%(greeting)s Bapak/Ibu %(name)s. Question %(number)s has been answered. "
        "Please open: %(link)s – %(officer)s",
        **told,
    )
