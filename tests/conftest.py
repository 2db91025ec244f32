"""What every test may ask for: an application on each database, people, a browser, a clock."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings

from app.shared import clock as app_clock
from tests.support import catalogue, databases, network
from tests.support.browser import Browser
from tests.support.commands import Commands
from tests.support.people import Person

settings.register_profile("house", deadline=None)
settings.load_profile("house")  # a busy machine is no fault of the rule under test

pytest_plugins = tuple(
    f"tests.support.{name}" for name in ("faces", "live", "chromium", "filling", "evidence")
)

MONDAY_MORNING = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001
_numbers = count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=(*databases.NAMES, "both"), default="both")


def pytest_configure(config: pytest.Config) -> None:
    told = "either_database: asks nothing of the database; one of the two is enough"
    config.addinivalue_line("markers", told)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever touches a database touches both, one after the other."""
    if "database" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--database")
        names = databases.NAMES if chosen == "both" else (chosen,)
        if metafunc.definition.get_closest_marker("either_database"):
            names = names[:1]
        marks = [pytest.param(name, marks=_marks(name)) for name in names]
        metafunc.parametrize("database", marks, scope="session", indirect=True)


def _marks(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.postgres] if name == "postgres" else []


def pytest_sessionstart() -> None:
    catalogue.compile_if_older()


def pytest_sessionfinish() -> None:
    databases.drop_own_database()


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        network.stay_home(patch)
        yield


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> str:
    """Which of the two this test runs on: "sqlite" or "postgres"."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture
def database_url(database: str, folder: Path) -> Iterator[str]:
    """A clean database: the schema, the regions of Kudus, nothing else."""
    if database == "postgres":
        yield databases.clean_postgres(folder)
        return
    url = databases.clean_sqlite(folder, next(_numbers))
    yield url
    for path in Path(url.removeprefix("sqlite:///")).parent.glob(f"{Path(url).name}*"):
        path.unlink()


@pytest.fixture
def app(database_url: str, folder: Path, clock: Callable[[datetime], None]) -> Iterator[Flask]:
    """An application on a clean database, on a Monday morning, with its context pushed."""
    clock(MONDAY_MORNING)
    with databases.opened(databases.make_app(database_url, folder)) as opened:
        yield opened


@pytest.fixture
def clock() -> Iterator[Callable[[datetime], None]]:
    """Turn the clock: clock(datetime(2026, 7, 15, 8, 0)), read in the regency's zone."""
    with ExitStack() as turned:
        yield lambda moment: turned.enter_context(app_clock.turned_to(moment))


@pytest.fixture
def browse(app: Flask) -> Callable[[Person | None], Browser]:
    """browse(treasurer) gives that person's browser, signed in; browse() a stranger's."""
    return lambda person=None: Browser(app, person)


@pytest.fixture
def command(app: Flask) -> Commands:
    """command("audit", "verify") runs a flask command and gives its exit code and output."""
    return Commands(app)
