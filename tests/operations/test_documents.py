"""What the documents say must be what the code does."""

import runpy
import subprocess

import pytest

from app.settings import ROOT


def test_the_page_of_permissions_is_that_of_the_code() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "permissions.py"))["page"]()
    written = (ROOT / "docs" / "permissions.md").read_text()
    assert written == made, "run make format"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/adr/README.md"])
def test_every_file_a_page_links_to_is_there(page: str) -> None:
    path = ROOT / page
    targets = [part.split(")")[0] for part in path.read_text().split("](")[1:]]
    missing = [name for name in targets if not (path.parent / name).exists()]
    assert not missing


def test_every_file_a_recipe_names_is_there_and_none_names_more_than_seven() -> None:
    recipes = (ROOT / "README.md").read_text().split("## Resep")[1].split("## Istilah")[0]
    for recipe in recipes.split("\n**")[1:]:
        steps = [line for line in recipe.splitlines() if line[:1].isdigit()]
        assert len(steps) <= 7, recipe.splitlines()[0]
    named = {part for part in recipes.split("`")[1::2] if "/" in part and part[0] != "/"}
    plain = {name for name in named if not set(name) & set("<…>() ")}
    assert not [name for name in plain if not (ROOT / name).exists()]


def test_every_setting_read_is_explained() -> None:
    settings = (ROOT / "app" / "settings.py").read_text()
    read = {part.split('"')[0] for part in settings.split('env.get("')[1:]}
    explained = (ROOT / ".env.example").read_text()
    assert [name for name in read if f"\n{name}=" not in explained] == []


def test_make_alone_lists_what_the_contract_names() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    for target in ("help", "setup", "run", "test", "check", "proof", "bench", "format"):
        assert f"make {target} " in listed
