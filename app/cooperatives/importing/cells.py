"""How one cell is read: what people write becomes what the register keeps, or Wrong. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from app.cooperatives import identifiers, kinds
from app.cooperatives.importing.columns import letters
from app.cooperatives.importing.verdicts import Fault, Wrong
from app.shared.formatting import MONTHS
from app.shared.phones import stored_phone

LONGEST = {"name": 160, "legal_entity_number": 60, "address": 400, "email": 120, "officer": 120}
DATE_SHAPES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
OLDEST_YEAR = 1900
YES = frozenset({"ya", "y", "ada", "1", "true", "punya"})
NO = frozenset({"", "tidak", "t", "n", "0", "false", "tidakada", "belum"})


def _text(key: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        text = " ".join(cell.split())
        if len(text) > LONGEST[key]:
            raise Wrong(Fault.TOO_LONG, most=str(LONGEST[key]))
        return text

    return read


def _one_of(
    names: Mapping[Any, str], default: Any, also: Mapping[str, Any] | None = None
) -> Callable[[str], Any]:
    """A reader of words: the ministry's name, its number in the list, or what people say."""
    meanings = {letters(name): str(key) for key, name in names.items()}
    meanings |= {letters(str(key)): str(key) for key in names}
    meanings |= {letters(word): str(key) for word, key in (also or {}).items()}

    def read(cell: str) -> str:
        if not cell and default is not None:
            return str(default)
        found = meanings.get(letters(cell))
        if found is None:
            raise Wrong(Fault.NOT_ONE_OF, choices=", ".join(names.values()))
        return found

    return read


def _number(test: Callable[[str], bool], fault: Fault) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if identifiers.is_rounded_by_spreadsheet(cell):
            raise Wrong(Fault.NUMBER_CUT)
        text = identifiers.digits(cell)
        if text and not test(text):
            raise Wrong(fault)
        return text

    return read


def day(cell: str, today: date) -> date | None:
    """20/08/2008, 2008-08-20 or 20 Agustus 2008; nothing for an empty cell."""
    if not cell:
        return None
    for shape in DATE_SHAPES:
        try:
            found = datetime.strptime(cell, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
        return _past(found, today)
    return _past(_written_day(cell), today)


def _written_day(cell: str) -> date:
    number, _space, rest = cell.partition(" ")
    month, _space, year = rest.strip().partition(" ")
    names = [name.lower() for name in MONTHS]
    try:
        return date(int(year), names.index(month.lower()) + 1, int(number))
    except ValueError as wrong:
        raise Wrong(Fault.DATE) from wrong


def _past(found: date, today: date) -> date:
    if found > today or found.year < 1900:  # noqa: PLR2004
        raise Wrong(Fault.FUTURE)
    return found


def _yes(cell: str) -> bool:
    word = letters(cell)
    if word not in YES | NO:
        raise Wrong(Fault.YES_NO)
    return word in YES


def _month(cell: str) -> int:
    names = [name.lower() for name in MONTHS]
    if not cell:
        return 1
    if cell.isascii() and cell.isdigit() and 1 <= int(cell) <= len(MONTHS):
        return int(cell)
    if cell.lower() not in names:
        raise Wrong(Fault.MONTH)
    return names.index(cell.lower()) + 1


def _phone(cell: str) -> str:
    found = stored_phone(cell) if cell else ""
    if found is None:
        raise Wrong(Fault.PHONE)
    return found


def _email(cell: str) -> str:
    text = _text("email")(cell)
    if text and ("@" not in text or " " in text or "." not in text.rpartition("@")[2]):
        raise Wrong(Fault.EMAIL)
    return text


TYPE_WORDS = {
    "Produksi": kinds.BusinessType.PRODUCER,
    "Konsumsi": kinds.BusinessType.CONSUMER,
    "KSP": kinds.BusinessType.SAVINGS_LOAN,
    "KSPPS": kinds.BusinessType.SAVINGS_LOAN,
    **dict(
        zip("12345", ("producer", "marketing", "consumer", "service", "savings_loan"), strict=True)
    ),
}
"""Besides our own names: the ODS form numbers the five."""
GROUP_WORDS = {
    "Serba Usaha": "16",
    "Pasar": "17",
    "Simpan Pinjam": "18",
    "Pegawai Negeri": "28",
    "Wanita": "31",
    "Koperasi Wanita": "31",
    "Karyawan": "11",
    "Koperasi Karyawan": "11",
    "Pondok Pesantren": "10",
    "Unit Desa": "01",
    "Desa Merah Putih": "KDMP",
    "Kelurahan Merah Putih": "KKMP",
    **{str(int(code)): code for code in kinds.GROUPS if code.isdigit()},
}
FORM_WORDS = {
    "Primer": kinds.LegalForm.PRIMARY_REGENCY,
    "Primer Kab/Kota": kinds.LegalForm.PRIMARY_REGENCY,
    "Primer Kabupaten": kinds.LegalForm.PRIMARY_REGENCY,
    "Sekunder": kinds.LegalForm.SECONDARY_REGENCY,
    "Sekunder Kab/Kota": kinds.LegalForm.SECONDARY_REGENCY,
    "Sekunder Kabupaten": kinds.LegalForm.SECONDARY_REGENCY,
}
SCOPE_WORDS = {
    "Kabupaten": "regency",
    "Kabupaten/Kota": "regency",
    "Provinsi": "province",
    "Nasional": "nation",
}
CLASSES = {number: f"KUK {number}" for number in (1, 2, 3, 4)}
STATUSES = {key: name for key, name in kinds.STATUS_NAMES.items() if key is not kinds.Status.MERGED}
"""A merger names its successor, which a file cannot: it is recorded on its own page."""


def class_number(cell: str) -> int | None:
    return int(_one_of(CLASSES, None)(cell)) if cell else None


READERS: dict[str, Callable[[str], Any]] = {
    "name": _text("name"),
    "registry_number": _number(identifiers.is_registry_number, Fault.REGISTRY),
    "legal_entity_number": _text("legal_entity_number"),
    "business_type": _one_of(kinds.BUSINESS_TYPE_NAMES, None, TYPE_WORDS),
    "group_code": _one_of(kinds.GROUPS, None, GROUP_WORDS),
    "legal_form": _one_of(kinds.LEGAL_FORM_NAMES, kinds.LegalForm.PRIMARY_REGENCY, FORM_WORDS),
    "pattern": _one_of(kinds.PATTERN_NAMES, kinds.Pattern.CONVENTIONAL, {"Sharia": "sharia"}),
    "has_savings_loan_unit": _yes,
    "status": _one_of(STATUSES, kinds.Status.ACTIVE, {"Non Aktif": "inactive"}),
    "membership_scope": _one_of(kinds.MEMBERSHIP_SCOPE_NAMES, "regency", SCOPE_WORDS),
    "business_class": class_number,
    "address": _text("address"),
    "phone": _phone,
    "email": _email,
    "tax_number": _number(identifiers.is_tax_number, Fault.TAX),
    "business_number": _number(identifiers.is_business_number, Fault.BUSINESS),
    "book_year_month": _month,
}
"""Column key -> how its cell is read; places, dates and officers are read beside these."""

officer_name = _text("officer")
