"""Keep the catalogue of words complete: `update` adds new sentences, `check` refuses gaps."""  # noqa: INP001

import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "translations" / "id" / "LC_MESSAGES" / "messages.po"
EXTRACT = "-q extract -F pyproject.toml -k lazy_gettext -k _l --no-location --sort-output"


def said_in_code() -> Catalog:
    """Every sentence the sources mark for translation."""
    with tempfile.NamedTemporaryFile(suffix=".pot") as sheet:
        pybabel = Path(sys.executable).with_name("pybabel")
        command = [str(pybabel), *EXTRACT.split(), "-o", sheet.name, "app"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
        return read_po(Path(sheet.name).open("rb"))


def known_words() -> Catalog:
    """What the catalogue holds now."""
    if not WORDS.exists():
        return Catalog(locale="id")
    return read_po(WORDS.open("rb"), locale="id")


def gaps(said: Catalog, known: Catalog) -> list[str]:
    """What is wrong, a line each: missing, doubtful and no longer said."""
    sentences = {message.id: message for message in known if message.id}
    wanted = {message.id for message in said if message.id}
    problems = [
        f"belum diterjemahkan: {sentence}"
        for sentence in sorted(wanted)
        if sentence not in sentences or not sentences[sentence].string
    ]
    problems += [f"masih ragu (fuzzy): {m.id}" for m in sentences.values() if m.fuzzy]
    problems += [f"tidak dipakai lagi: {name}" for name in sorted(sentences.keys() - wanted)]
    return problems


def renewed(said: Catalog, known: Catalog) -> Catalog:
    """What is said now, with every translation still needed.

    The date stays that of the first collection: a new one would be a change in every diff.
    """
    since = known.creation_date
    fresh = Catalog(locale="id", project="e-Koperasi", creation_date=since, fuzzy=False)
    for message in said:
        if message.id:
            old = known.get(message.id)
            fresh.add(message.id, old.string if old else "", flags=message.flags - {"fuzzy"})
    return fresh


def update() -> int:
    """Write the catalogue anew from the sources and say what it lacks."""
    said = said_in_code()
    fresh = renewed(said, known_words())
    WORDS.parent.mkdir(parents=True, exist_ok=True)
    with WORDS.open("wb") as file:
        write_po(file, fresh, sort_output=True, width=0)
    for problem in gaps(said, fresh):
        print(problem)  # noqa: T201
    return 0


def check() -> int:
    """Say every gap; 1 when there is one."""
    problems = gaps(said_in_code(), known_words())
    for problem in problems:
        print(problem, file=sys.stderr)  # noqa: T201
    if problems:
        print("Jalankan make translations, lalu isi terjemahannya.", file=sys.stderr)  # noqa: T201
    return 1 if problems else 0


if __name__ == "__main__":
    tasks = {"update": update, "check": check}
    if sys.argv[1:2] == [] or sys.argv[1] not in tasks:
        sys.exit("catalogue.py update | check")
    sys.exit(tasks[sys.argv[1]]())
