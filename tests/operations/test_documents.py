"""What the documents say must be what the code does."""

import re
import runpy
import subprocess

import pytest

from app.settings import ROOT
from tests.support import tree

AWAITED = "belum dalam aplikasi"
BY_NUMBER = re.compile(r"\b(?:README|[Dd]ecision) [0-9]+")
PAPER = re.compile(r"([\w./-]+\.md)(?: ([0-9]+))?(?: and ([0-9]+))?")


def test_the_page_of_permissions_is_that_of_the_code() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "permissions.py"))["page"]()
    written = (ROOT / "docs" / "permissions.md").read_text()
    assert written == made, "run make format"


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/penilaian.md", "docs/adr/README.md"]
)
def test_every_file_a_page_links_to_is_there(page: str) -> None:
    path = ROOT / page
    targets = [part.split(")")[0] for part in path.read_text().split("](")[1:]]
    missing = [name for name in targets if not (path.parent / name).exists()]
    assert not missing


@pytest.mark.parametrize("folder", ["app", "bench", "migrations"])
def test_every_paper_the_code_points_to_is_there_with_its_section(folder: str) -> None:
    for path in tree.files(ROOT / folder, "*.py"):
        for name, *sections in PAPER.findall(path.read_text()):
            assert (ROOT / name).exists(), f"{tree.name_of(path)}: {name}"
            headings = re.findall(r"^## ([0-9]+)\.", (ROOT / name).read_text(), re.MULTILINE)
            missing = {each for each in sections if each} - set(headings)
            assert not missing, f"{tree.name_of(path)}: {name} {missing}"


@pytest.mark.parametrize("folder", ["app", "bench", "tests"])
def test_no_docstring_points_to_a_number_without_its_paper(folder: str) -> None:
    found = {
        tree.name_of(path): match
        for path in tree.files(ROOT / folder, "*.py")
        if (match := BY_NUMBER.findall(path.read_text()))
    }
    assert not found


def test_every_file_a_recipe_names_is_there_and_none_names_more_than_seven() -> None:
    recipes = (ROOT / "README.md").read_text().split("## Resep")[1].split("## Istilah")[0]
    for recipe in recipes.split("\n**")[1:]:
        steps = [line for line in recipe.splitlines() if line[:1].isdigit() or line[:1] == " "]
        edited = {part for step in steps for part in step.split("`")[1::2] if "/" in part}
        assert len(edited - {"app/templates/components/"}) <= 7, recipe.splitlines()[0]
    named = {part for part in recipes.split("`")[1::2] if "/" in part and part[0] != "/"}
    plain = {name for name in named if not set(name) & set("<…>() ")}
    assert not [name for name in plain if not (ROOT / name).exists()]


def test_every_file_the_map_names_is_there() -> None:
    rows = (ROOT / "README.md").read_text().split("Mau mencari")[1].split("## Resep")[0]
    named = [part for part in rows.split("`")[1::2] if "/" in part and "<" not in part]
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]


def test_every_name_of_the_glossary_is_in_the_code_or_said_to_be_awaited() -> None:
    glossary = (ROOT / "README.md").read_text().split("## Istilah")[1].split("## Ikut")[0]
    sources = [*tree.files(ROOT / "app", "*.py"), *tree.files(ROOT / "app", "*.toml")]
    used = {word for path in sources for word in re.findall(r"\w+", path.read_text())}
    rows = [row.split("|") for row in glossary.splitlines() if row.count("`") > 1]
    assert rows
    for _, _, names, note, *_ in rows:
        if AWAITED not in note:
            assert set(re.findall(r"`(\w+)`", names)) <= used, names


def test_every_setting_read_is_explained() -> None:
    settings = (ROOT / "app" / "settings.py").read_text()
    read = {part.split('"')[0] for part in settings.split('env.get("')[1:]}
    explained = (ROOT / ".env.example").read_text()
    assert [name for name in read if f"\n{name}=" not in explained] == []


def test_make_alone_lists_what_the_documents_name() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    for target in ("help", "setup", "run", "test", "check", "proof", "bench", "format"):
        assert f"make {target} " in listed
