"""The register's own distinctions, with the ministry's words (ODS form 2021). Pure."""

from enum import StrEnum

from app.figures.kinds import BusinessKind


class BusinessType(StrEnum):
    """Jenis koperasi."""

    PRODUCER = "producer"
    MARKETING = "marketing"
    CONSUMER = "consumer"
    SERVICE = "service"
    SAVINGS_LOAN = "savings_loan"


class LegalForm(StrEnum):
    """Bentuk: primary or secondary, by the reach of its members."""

    PRIMARY_REGENCY = "primary_regency"
    PRIMARY_PROVINCE = "primary_province"
    PRIMARY_NATION = "primary_nation"
    SECONDARY_REGENCY = "secondary_regency"
    SECONDARY_PROVINCE = "secondary_province"
    SECONDARY_NATION = "secondary_nation"


class Pattern(StrEnum):
    """Pola pengelolaan."""

    CONVENTIONAL = "conventional"
    SHARIA = "sharia"


class Status(StrEnum):
    ACTIVE = "active"
    INACTIVE = "inactive"
    FROZEN = "frozen"
    DISSOLVING = "dissolving"
    DISSOLVED = "dissolved"
    MERGED = "merged"


class MembershipScope(StrEnum):
    """Wilayah keanggotaan: decides who supervises (Permenkop UKM 9/2020)."""

    REGENCY = "regency"
    PROVINCE = "province"
    NATION = "nation"


BUSINESS_TYPE_NAMES = {
    BusinessType.PRODUCER: "Produsen",
    BusinessType.MARKETING: "Pemasaran",
    BusinessType.CONSUMER: "Konsumen",
    BusinessType.SERVICE: "Jasa",
    BusinessType.SAVINGS_LOAN: "Simpan Pinjam",
}
LEGAL_FORM_NAMES = {
    LegalForm.PRIMARY_REGENCY: "Primer kabupaten/kota",
    LegalForm.PRIMARY_PROVINCE: "Primer provinsi",
    LegalForm.PRIMARY_NATION: "Primer nasional",
    LegalForm.SECONDARY_REGENCY: "Sekunder kabupaten/kota",
    LegalForm.SECONDARY_PROVINCE: "Sekunder provinsi",
    LegalForm.SECONDARY_NATION: "Sekunder nasional",
}
PATTERN_NAMES = {Pattern.CONVENTIONAL: "Konvensional", Pattern.SHARIA: "Syariah"}
STATUS_NAMES = {
    Status.ACTIVE: "Aktif",
    Status.INACTIVE: "Tidak aktif",
    Status.FROZEN: "Dibekukan",
    Status.DISSOLVING: "Dalam proses pembubaran",
    Status.DISSOLVED: "Bubar",
    Status.MERGED: "Bergabung",
}
MEMBERSHIP_SCOPE_NAMES = {
    MembershipScope.REGENCY: "Satu kabupaten/kota",
    MembershipScope.PROVINCE: "Lintas kabupaten/kota",
    MembershipScope.NATION: "Lintas provinsi",
}

GROUPS: dict[str, str] = {
    "01": "KUD",
    "02": "Pertanian",
    "03": "Perkebunan",
    "04": "Peternakan",
    "05": "Nelayan",
    "06": "Kehutanan",
    "07": "Kopti",
    "08": "Kopra",
    "09": "Kopinkra",
    "10": "Kopontren",
    "11": "Kopkar",
    "12": "Angkatan Darat",
    "13": "Angkatan Laut",
    "14": "Angkatan Udara",
    "15": "Kepolisian",
    "16": "KSU",
    "17": "Koppas",
    "18": "KSP",
    "19": "Angkutan Darat",
    "20": "Angkutan Laut",
    "21": "Angkutan Udara",
    "22": "Angkutan Sungai",
    "23": "Angkutan Penyeberangan",
    "24": "Wisata",
    "25": "Telkom",
    "26": "Perumahan",
    "27": "KBPR",
    "28": "KPRI",
    "29": "Listrik Pedesaan",
    "30": "Asuransi",
    "31": "Kopwan",
    "32": "Profesi",
    "33": "Veteran",
    "34": "Wredatama",
    "35": "Pepabri",
    "36": "Mahasiswa",
    "37": "Pemuda",
    "38": "Pertambangan",
    "39": "PKL",
    "40": "Jamu Gendong",
    "41": "Lainnya",
    "42": "KSPPS",
    "43": "Sekunder",
    "44": "TKBM",
    "45": "Digital",
    "KDMP": "Koperasi Desa Merah Putih",
    "KKMP": "Koperasi Kelurahan Merah Putih",
}
"""Kelompok, the 45 of the ODS form; the last two are ours: the form predates them."""

REPORTING = frozenset({Status.ACTIVE, Status.INACTIVE, Status.FROZEN, Status.DISSOLVING})
"""A cooperative owes reports until it is dissolved or merged."""


POSITIONS = (
    "Ketua",
    "Wakil Ketua",
    "Sekretaris",
    "Bendahara",
    "Anggota Pengurus",
    "Ketua Pengawas",
    "Pengawas",
    "Dewan Pengawas Syariah",
    "Manajer",
)
"""Pengurus, pengawas and pengelola, in the order in which a cooperative lists them."""


def business_kind(business_type: str, *, has_savings_loan_unit: bool) -> BusinessKind:
    """Which lines of the catalogue a cooperative fills."""
    if business_type == BusinessType.SAVINGS_LOAN:
        return BusinessKind.SAVINGS_LOAN
    return BusinessKind.BOTH if has_savings_loan_unit else BusinessKind.REAL_SECTOR


def is_secondary(legal_form: str) -> bool:
    return legal_form.startswith("secondary")
