"""Plain connections for f: the same statements, with the same names, on either database."""

import json
import re
import sqlite3
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

NAMED = re.compile(r"(?<!:):(\w+)")
Asked = Mapping[str, Any]

sqlite3.register_adapter(uuid.UUID, lambda value: value.hex)
sqlite3.register_adapter(dict, json.dumps)
sqlite3.register_adapter(datetime, lambda value: value.replace(tzinfo=None).isoformat(" "))


class SQLite:
    """As durable as ours: a write-ahead log that waits for the disk."""

    begin = "BEGIN IMMEDIATE"

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000"):
            self._connection.execute(f"PRAGMA {pragma}")

    def execute(self, query: str, asked: Asked | None = None) -> Any:
        return self._connection.execute(query, asked or {})

    def hold(self, query: str, asked: Asked) -> Any:
        """One row, nobody else's until the commit: here the whole file is held already."""
        return self.execute(query, asked).fetchone()


class PostgreSQL:
    """The same through psycopg, without anything above it."""

    begin = "BEGIN"

    def __init__(self, address: str) -> None:
        import psycopg
        from psycopg.rows import dict_row
        from psycopg.types.json import JsonbDumper

        self._connection: Any = psycopg.connect(address, autocommit=True, row_factory=dict_row)
        self._connection.adapters.register_dumper(dict, JsonbDumper)

    def execute(self, query: str, asked: Asked | None = None) -> Any:
        return self._connection.execute(NAMED.sub(r"%(\1)s", query), asked or {})

    def hold(self, query: str, asked: Asked) -> Any:
        """One row, nobody else's until the commit."""
        return self.execute(f"{query} FOR UPDATE", asked).fetchone()


def connect(database: str) -> SQLite | PostgreSQL:
    """`database` is an address, or the path of a SQLite file."""
    if database.startswith("postgresql"):
        return PostgreSQL(database.replace("+psycopg", ""))
    return SQLite(database.removeprefix("sqlite:///"))
