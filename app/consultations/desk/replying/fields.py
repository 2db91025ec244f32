"""Filling the fields of a ready reply. What nobody knows stays open, and may not be sent. Pure."""

import re
from collections.abc import Mapping

FIELDS = ("nama", "koperasi", "periode", "tenggat", "skor", "tingkat", "npl", "no", "tautan")
_FIELD = re.compile(r"\{(" + "|".join(FIELDS) + r")\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Each field with its value; one without a value stays as it is: visibly open."""
    return _FIELD.sub(lambda found: values.get(found[1]) or found[0], text)


def open_fields(text: str) -> list[str]:
    """The fields that still stand open, each once, in order: ["{npl}"]."""
    return list(dict.fromkeys(found[0] for found in _FIELD.finditer(text)))
