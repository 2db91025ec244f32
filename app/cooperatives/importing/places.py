"""Which village a row means, from names as people write them. Pure."""

import re
from dataclasses import dataclass

from app.cooperatives.importing.columns import letters
from app.cooperatives.importing.verdicts import Fault, Wrong
from app.cooperatives.naming import search_name
from app.regions.queries import DistrictWithVillages

_VILLAGE_CODE = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}", re.ASCII)
PREFIXES = frozenset(
    {"desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "kota"}
)


@dataclass(frozen=True)
class Places:
    """The districts and villages of one regency by the letters of their names."""

    regency: str
    districts: dict[str, str]
    villages: dict[str, list[str]]

    @classmethod
    def of(cls, regency_name: str, districts: list[DistrictWithVillages]) -> "Places":
        villages: dict[str, list[str]] = {}
        for district in districts:
            for village in district.villages:
                villages.setdefault(letters(village.name), []).append(village.code)
        codes = {letters(district.name): district.code for district in districts}
        return cls(regency_name, codes, villages)

    def village(self, village: str, district: str, regency: str) -> str:
        """The village's code; Wrong says which of the three names does not fit."""
        if regency and _bare(regency) != _bare(self.regency):
            raise Wrong(Fault.ELSEWHERE, key="regency", regency=self.regency)
        within = self._district(district) if district else ""
        if _VILLAGE_CODE.fullmatch(village):
            known = {code for codes in self.villages.values() for code in codes}
            found = [village] if village in known else []
        else:
            found = self.villages.get(letters(village)) or self.villages.get(_bare(village), [])
        inside = [code for code in found if code.startswith(within)]
        if not inside:
            raise Wrong(Fault.VILLAGE, key="village")
        if len(inside) > 1:
            raise Wrong(Fault.VILLAGE_UNCLEAR, key="district")
        return inside[0]

    def _district(self, name: str) -> str:
        exact = self.districts.get(letters(name))
        bare = _bare(name)
        near = [code for known, code in self.districts.items() if _bare_letters(known) == bare]
        if exact:
            return exact
        if len(near) != 1:
            raise Wrong(Fault.DISTRICT, key="district")
        return near[0]


def _bare(name: str) -> str:
    """Letters of a name without the word that says what kind of place it is."""
    words = search_name(name).split()
    while len(words) > 1 and words[0] in PREFIXES:
        words = words[1:]
    return "".join(words)


def _bare_letters(known: str) -> str:
    """Kota Kudus is met as Kudus too."""
    return known.removeprefix("kota") or known
