"""What our Indonesian knows besides grammar: data/language.toml, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("language.toml")


@dataclass(frozen=True)
class Language:
    """`stop`: words that say nothing by themselves. `roots`: those whose families would be split.

    `same`: what people type -> what is written instead.
    """

    stop: frozenset[str]
    roots: tuple[str, ...]
    same: dict[str, tuple[str, ...]]


@cache
def language() -> Language:
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))
    same = {typed: tuple(written.split()) for typed, written in told["same"].items()}
    return Language(frozenset(told["stop"].split()), tuple(told["roots"].split()), same)
