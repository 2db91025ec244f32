"""Names of messages, numbers of threads, and the words a thread is listed by."""

from hypothesis import given
from hypothesis import strategies as some

from app.consultations.naming import FIRST_WORDS, first_words, message_id, thread_number


def test_a_message_is_named_by_who_wrote_it_on_which_page() -> None:
    assert message_id(1, "a") == message_id(1, "a")
    assert len({message_id(1, "a"), message_id(2, "a"), message_id(1, "b")}) == 3
    assert message_id(1, "") != message_id(1, "")
    assert thread_number("K-2026", 187) == "K-2026-0187"


@given(some.text(min_size=1))
def test_a_line_in_a_list_is_short_and_made_of_whole_words(body: str) -> None:
    line = first_words(body)
    assert len(line) <= FIRST_WORDS + 1
    assert line.rstrip("…") in " ".join(body.split())
