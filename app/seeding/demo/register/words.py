"""The words names are put together from: read once from the list beside this file."""

import random
import tomllib
from pathlib import Path

WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


def some(rng: random.Random, kind: str) -> str:
    """One word of a list: `first`, `women`, `streets` and so on."""
    return rng.choice(WORDS[kind])
