"""On the last day many send at once: each writer gets a turn, nobody is turned away."""

import threading

from app.shared.writing.turns import Turns


def test_a_second_writer_waits_until_the_first_has_left(tmp_path):
    turns, first, second = Turns(str(tmp_path / "a.db")), {}, {}
    turns.take(first)
    entered = threading.Event()
    waiting = threading.Thread(target=lambda: (turns.take(second), entered.set()))
    waiting.start()
    assert not entered.wait(0.1)
    turns.leave(first)
    assert entered.wait(5)
    turns.leave(second)
    waiting.join()


def test_another_process_waits_too(tmp_path):
    """A second queue at the same file is what another process has."""
    here, there = (Turns(str(tmp_path / "a.db")) for _ in range(2))
    first, second, entered = {}, {}, threading.Event()
    here.take(first)
    waiting = threading.Thread(target=lambda: (there.take(second), entered.set()))
    waiting.start()
    assert not entered.wait(0.1)
    here.leave(first)
    assert entered.wait(5)
    there.leave(second)
    waiting.join()


def test_leaving_without_a_turn_lets_nobody_in(tmp_path):
    turns, first, stranger = Turns(str(tmp_path / "a.db")), {}, {}
    turns.take(first)
    turns.leave(stranger)
    assert first
    turns.leave(first)
    assert not first
