"""Whether the transaction that begins next is going to write: the database asks, writers say."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_writing: ContextVar[bool] = ContextVar("writing", default=False)


def is_writing() -> bool:
    """Whether the transaction now beginning is going to write."""
    return _writing.get()


def wrote() -> None:
    """Nothing more is going to be written: what is still read must hold up no other writer."""
    _writing.set(False)


@contextmanager
def writing() -> Iterator[None]:
    """Transactions that begin in here are going to write."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


@contextmanager
def afresh() -> Iterator[None]:
    """What is asked in here says by itself whether it writes, whatever is going on outside."""
    token = _writing.set(False)
    try:
        yield
    finally:
        _writing.reset(token)
