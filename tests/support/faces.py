"""People with faces: each fixture is called by what the person is to the app."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.accounts.roles import Role
from app.cooperatives.models import Cooperative
from tests.support import factories
from tests.support.people import Person, person


@pytest.fixture
def cooperative(app: Flask) -> Cooperative:
    """Cooperative A: a conventional savings-and-loan cooperative in Kota Kudus."""
    del app
    return factories.cooperative(name="KSP Sumber Rejeki", village="33.19.02.2001")


@pytest.fixture
def other_cooperative(app: Flask) -> Cooperative:
    """Cooperative B, which has nothing to do with A."""
    del app
    return factories.cooperative(name="Kopkar Muria Jaya", village="33.19.07.2001")


@pytest.fixture
def treasurer(cooperative: Cooperative) -> Person:
    return person(Role.TREASURER, cooperative, username="bendahara", name="Siti Aminah")


@pytest.fixture
def chair(cooperative: Cooperative) -> Person:
    return person(Role.CHAIR, cooperative, username="ketua", name="Hartono")


@pytest.fixture
def supervisory_board(cooperative: Cooperative) -> Person:
    """The cooperative's own organ: reads everything of it, writes nothing."""
    return person(Role.SUPERVISORY_BOARD, cooperative, username="badan", name="Kasmuri")


@pytest.fixture
def stranger(other_cooperative: Cooperative) -> Person:
    """The treasurer of another cooperative."""
    return person(Role.TREASURER, other_cooperative, username="bendahara2", name="Sri Wahyuni")


@pytest.fixture
def desk(app: Flask) -> Person:
    del app
    return person(Role.DESK, username="staf", name="Dewi Lestari")


@pytest.fixture
def inspector(app: Flask) -> Person:
    """Looks after Kota Kudus and Jati."""
    del app
    districts = ("33.19.02", "33.19.03")
    return person(Role.INSPECTOR, username="inspektur", name="Bambang", districts=districts)


@pytest.fixture
def division_head(app: Flask) -> Person:
    del app
    return person(Role.DIVISION_HEAD, username="kabid", name="Endang Susilowati")


@pytest.fixture
def agency_head(app: Flask) -> Person:
    del app
    return person(Role.AGENCY_HEAD, username="kadis", name="Rini Kartika")


@pytest.fixture
def observer(app: Flask) -> Person:
    del app
    return person(Role.OBSERVER, username="dprd", name="Komisi B")


@pytest.fixture
def auditor(app: Flask) -> Person:
    del app
    return person(Role.AUDITOR, username="inspektorat", name="Agus Salim")


@pytest.fixture
def administrator(app: Flask) -> Person:
    del app
    return person(Role.ADMINISTRATOR, username="admin", name="Admin Aplikasi")


@pytest.fixture
def elsewhere(app: Flask) -> Person:
    """A desk officer of another regency, who sees nothing of Kudus."""
    del app
    return person(Role.DESK, username="staf-jepara", name="Umi Kulsum", scope="33.20")


@pytest.fixture
def in_another_regency(app: Flask) -> Callable[[str], Person]:
    """in_another_regency("inspector") works in Jepara."""
    del app
    return lambda role: person(Role(role), scope="33.20", districts=("33.20.01",))


@pytest.fixture
def everyone(request: pytest.FixtureRequest) -> Callable[[str], Person]:
    """everyone("desk") is the person of that fixture, asked for by name."""

    def find(name: str) -> Person:
        found: Person = request.getfixturevalue(name)
        return found

    return find
