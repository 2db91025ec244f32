"""The districts and some villages of Kudus, as every test database holds them."""

from typing import Any

PROVINCE = ("33", "Jawa Tengah", None)
REGENCY = ("33.19", "Kabupaten Kudus", "33")
DISTRICTS = (
    "Kaliwungu", "Kota Kudus", "Jati", "Undaan", "Mejobo", "Jekulo", "Bae", "Gebog", "Dawe",
)  # fmt: skip
OTHER_REGENCY = (
    ("33.20", "Kabupaten Jepara", "33"),
    ("33.20.01", "Kedung", "33.20"),
    ("33.20.01.2001", "Kedungmalang", "33.20.01"),
)


def rows() -> list[tuple[str, str, str | None]]:
    """Code, name and parent; two villages to a district."""
    found: list[tuple[str, str, str | None]] = [PROVINCE, REGENCY]
    for number, name in enumerate(DISTRICTS, start=1):
        district = f"33.19.{number:02d}"
        found.append((district, name, "33.19"))
        found += [(f"{district}.200{n}", f"{name} {n}", district) for n in (1, 2)]
    return found + list(OTHER_REGENCY)


REGION_ROWS = len(rows())


def load_regions(connection: Any) -> None:
    """Bring the table back to exactly these rows (a DB-API connection of either database)."""
    place = "?" if "sqlite" in type(connection).__module__ else "%s"
    cursor = connection.cursor()
    cursor.execute("DELETE FROM region")
    statement = f"INSERT INTO region (code, name, parent) VALUES ({place}, {place}, {place})"  # noqa: S608
    cursor.executemany(statement, rows())
    cursor.close()
