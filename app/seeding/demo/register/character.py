"""What a cooperative truly is, before anybody reports anything. Pure."""

import math
import random
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from app.cooperatives.kinds import BusinessType as Type
from app.cooperatives.kinds import LegalForm, Pattern, Status
from app.figures.kinds import BusinessKind
from app.seeding.demo.plan import dice

MILLION = 10**6


@dataclass(frozen=True)
class Kin:
    """One kind of cooperative: how common, how large, and what it does."""

    code: str
    prefix: str
    share: int
    assets: int
    """Usual total assets, in millions of rupiah."""
    types: tuple[Type, ...]
    savings_unit: float = 0.0
    """How many in one have a savings-and-loan unit beside their trade."""
    women: float = 0.45
    sharia: bool = False
    words: str = "plain"


REAL = (Type.CONSUMER, Type.CONSUMER, Type.CONSUMER, Type.SERVICE, Type.PRODUCER, Type.MARKETING)
KINS = (
    Kin("18", "KSP", 90, 2600, (Type.SAVINGS_LOAN,)),
    Kin("42", "KSPPS BMT", 46, 4200, (Type.SAVINGS_LOAN,), sharia=True, words="sharia"),
    Kin("28", "KPRI", 58, 3100, (Type.CONSUMER,), 0.9),
    Kin("11", "Kopkar", 66, 3600, (Type.CONSUMER,), 0.75),
    Kin("16", "KSU", 74, 1100, REAL, 0.7),
    Kin("31", "Kopwan", 42, 260, (Type.CONSUMER, Type.SAVINGS_LOAN), 0.6, 1.0, words="flowers"),
    Kin("10", "Kopontren", 18, 380, (Type.CONSUMER,), 0.4, sharia=True, words="schools"),
    Kin("01", "KUD", 9, 3000, (Type.MARKETING, Type.PRODUCER), 0.7, 0.3, words="farms"),
    Kin("17", "Koppas", 8, 1500, (Type.CONSUMER,), 0.8, 0.6),
    Kin("02", "Koperasi Tani", 11, 420, (Type.PRODUCER,), 0.1, 0.2, words="farms"),
    Kin("04", "Koperasi Ternak", 3, 350, (Type.PRODUCER,), 0.1, 0.15, words="farms"),
    Kin("09", "Kopinkra", 9, 480, (Type.PRODUCER, Type.MARKETING), 0.2, words="crafts"),
    Kin("07", "Primkopti", 1, 900, (Type.PRODUCER,), 0.2, 0.3),
    Kin("19", "Koperasi Angkutan", 4, 800, (Type.SERVICE,), 0.1, 0.1),
    Kin("34", "Koperasi Wredatama", 6, 700, (Type.CONSUMER,), 0.8),
    Kin("15", "Primkoppol", 1, 2400, (Type.CONSUMER,), 0.9, 0.15),
    Kin("36", "Kopma", 2, 220, (Type.CONSUMER,), 0.2, 0.6),
    Kin("37", "Koperasi Pemuda", 4, 150, (Type.SERVICE, Type.CONSUMER), 0.2),
    Kin("39", "Koperasi PKL", 4, 240, (Type.CONSUMER,), 0.5),
    Kin("24", "Koperasi Wisata", 2, 320, (Type.SERVICE,), 0.1),
    Kin("41", "Koperasi", 10, 400, REAL, 0.4),
)
VILLAGE_KIN = Kin("KDMP", "Koperasi Desa Merah Putih", 0, 75, (Type.CONSUMER,), 0.3)
TOWN_KIN = Kin("KKMP", "Koperasi Kelurahan Merah Putih", 0, 85, (Type.CONSUMER,), 0.3)
VILLAGE_SHARE = 0.22
"""About 132 of 680 cooperatives of Kudus are village ones (Inpres 9/2025)."""


@dataclass
class Character:
    """One cooperative's hidden truth. `quality` is 0 (ruined) to 1 (a model for others)."""

    number: int
    regency: str
    kin: Kin
    rng: random.Random = field(repr=False)
    type: Type
    has_unit: bool
    pattern: Pattern
    quality: float
    diligence: float
    assets: int
    status: Status = Status.ACTIVE
    form: LegalForm = LegalForm.PRIMARY_REGENCY
    month: int = 1
    founded_year: int = 2001
    visited: bool = True

    @property
    def kind(self) -> BusinessKind:
        if self.type is Type.SAVINGS_LOAN:
            return BusinessKind.SAVINGS_LOAN
        return BusinessKind.BOTH if self.has_unit else BusinessKind.REAL_SECTOR

    @property
    def is_young(self) -> bool:
        return self.kin in (VILLAGE_KIN, TOWN_KIN)


def character(regency: str, number: int, kin: Kin) -> Character:
    """Cast one cooperative."""
    rng = dice(regency, number)
    kind = rng.choice(kin.types)
    young = kin in (VILLAGE_KIN, TOWN_KIN)
    quality = _quality(rng)
    return Character(
        number=number,
        regency=regency,
        kin=kin,
        rng=rng,
        type=kind,
        has_unit=kind is not Type.SAVINGS_LOAN and rng.random() < kin.savings_unit,
        pattern=Pattern.SHARIA if kin.sharia else Pattern.CONVENTIONAL,
        quality=quality,
        diligence=min(1.0, max(0.0, 0.25 + 0.55 * quality + rng.uniform(0, 0.4))),
        assets=int(kin.assets * MILLION * math.exp(rng.gauss(0, 0.35 if young else 0.85))),
        status=_status(rng, 1.0 if young else quality),
        month=7 if kin.words == "schools" and rng.random() < 0.3 else 1,
        founded_year=2025 if young else rng.randint(1972, 2021),
        visited=rng.random() < (0.45 if young else 0.78),
    )


def _quality(rng: random.Random) -> float:
    """A third good, a third fair, a fifth weak, a tenth in ruins."""
    lot = rng.random()
    if lot < 0.24:
        return rng.uniform(0.72, 1.0)
    if lot < 0.61:
        return rng.uniform(0.45, 0.72)
    if lot < 0.87:
        return rng.uniform(0.2, 0.45)
    return rng.uniform(0.0, 0.2)


def _status(rng: random.Random, quality: float) -> Status:
    lot = rng.random()
    if quality > 0.45:
        return Status.INACTIVE if lot < 0.03 else Status.ACTIVE
    if lot < 0.22:
        return Status.INACTIVE
    if lot < 0.25:
        return Status.FROZEN
    if lot < 0.29:
        return Status.DISSOLVING
    return Status.DISSOLVED if lot < 0.35 else Status.ACTIVE


@cache
def _ladder() -> tuple[int, ...]:
    return tuple(accumulate(kin.share for kin in KINS))


def some_kin(rng: random.Random) -> Kin:
    """A kind of cooperative by its share in the register."""
    return rng.choices(KINS, cum_weights=_ladder())[0]
