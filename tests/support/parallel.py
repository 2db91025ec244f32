"""Several people acting at the same moment, each in a thread of their own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier
from typing import TypeVar

from app.shared.database import db

Answer = TypeVar("Answer")


def at_once(acts: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Start all acts together (with the test's clock) and give their answers in order."""
    db.session.rollback()
    start = Barrier(len(acts))

    def act(one: Callable[[], Answer]) -> Answer:
        start.wait(timeout=10)
        return one()

    with ThreadPoolExecutor(len(acts)) as pool:
        waiting = [pool.submit(copy_context().run, act, one) for one in acts]
        answers = [each.result(timeout=60) for each in waiting]
    db.session.expire_all()
    return answers
