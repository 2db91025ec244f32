"""The map of bricks: which brick lies where, for regencies whose layout is known."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.monitoring.figures import Standing, step

MAPS = Path(__file__).parents[1] / "maps"
BRICK_WIDTH, BRICK_HEIGHT = 120, 78


@dataclass(frozen=True)
class Brick:
    """One district; column and row count in bricks, step is its shade from 1 to 5."""

    column: float
    row: int
    name: str
    text: str
    title: str
    step: int
    url: str
    lags: bool


@cache
def layout(regency: str) -> dict[str, tuple[float, int]]:
    """District -> column and row; empty when nobody has laid the regency's bricks yet."""
    path = MAPS / f"{regency}.json"
    if not path.exists():
        return {}
    return {code: (column, row) for code, (column, row) in json.loads(path.read_text()).items()}


def bricks(regency: str, lines: Sequence[tuple[Standing, str, str]]) -> list[Brick]:
    """The lines as bricks, each with its title and address; none when one has no place."""
    places = layout(regency)
    if not lines or any(line.code not in places for line, _title, _url in lines):
        return []
    return [
        Brick(
            *places[line.code],
            line.name.removesuffix(" Kudus"),
            "–" if line.now.share is None else f"{line.now.share}\u00a0%",
            title,
            step(line.now.share),
            url,
            line.now.lags,
        )
        for line, title, url in lines
    ]


def size(laid: Sequence[Brick]) -> tuple[int, int]:
    """Width and height of the drawing."""
    columns = max((brick.column for brick in laid), default=0) + 1
    rows = max((brick.row for brick in laid), default=0) + 1
    return int(columns * BRICK_WIDTH), rows * BRICK_HEIGHT
