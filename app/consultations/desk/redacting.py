"""Which names a thread holds, and its question and answer without them."""

from app.accounts.reader import Reader
from app.consultations.desk.publishing import Redacted, redact
from app.consultations.desk.queries.thread import Thread
from app.consultations.events import AnswerToPublish


def redacted_pair(whole: Thread, *, amounts: bool) -> tuple[Redacted, Redacted]:
    """The question as it was first asked, and the last answer; empty where there is none."""
    asked = next((each.message.body for each in whole.said if not each.is_ours), "")
    answered = next((each.message.body for each in reversed(whole.said) if each.is_ours), "")
    return _redact(whole, asked, amounts=amounts), _redact(whole, answered, amounts=amounts)


def still_named(whole: Thread, text: str) -> list[str]:
    """Names, numbers and addresses that stand in a text; amounts may stay."""
    return [each.text for each in _redact(whole, text, amounts=False).removed]


def offer_of(whole: Thread, question: str, answer: str, reader: Reader) -> AnswerToPublish:
    found = whole.consultation
    return AnswerToPublish(
        found.id, found.regency, found.topic, question, answer, reader.user_id, reader.name
    )


def _redact(whole: Thread, text: str, *, amounts: bool) -> Redacted:
    people = {each.message.author_name for each in whole.said}
    people |= {whole.consultation.asker_name, whole.consultation.assignee_name}
    return redact(text, sorted(people), [whole.cooperative.name], amounts=amounts)
