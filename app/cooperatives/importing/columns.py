"""The columns of a register file: names of the ministry's ODS, and what people write. Pure."""

from dataclasses import dataclass

from app.cooperatives.naming import search_name


@dataclass(frozen=True)
class Column:
    """One thing a row may say. `name` is its heading in our template."""

    key: str
    name: str
    example: str = ""
    also: tuple[str, ...] = ()
    is_required: bool = False


COLUMNS = (
    Column("name", "Nama_Koperasi", "KSP Contoh Sejahtera", ("nama",), is_required=True),
    Column("registry_number", "NIK", "3319020010001", ("NIK_Koperasi", "Nomor_Induk_Koperasi")),
    Column("legal_entity_number", "Nomor_Badan_Hukum_Pendirian", "518.08/96/BH/XIV.10/VIII/2008",
           ("Nomor_Badan_Hukum", "No_Badan_Hukum", "Badan_Hukum", "Nomor_BH", "No_BH")),
    Column("legal_entity_on", "Tanggal_Badan_Hukum_Pendirian", "20/08/2008",
           ("Tanggal_Badan_Hukum", "Tgl_Badan_Hukum", "Tanggal_BH", "Tgl_BH")),
    Column("business_type", "Jenis_Koperasi", "Simpan Pinjam", ("Jenis",), is_required=True),
    Column("group_code", "Kelompok_Koperasi", "KSP", ("Kelompok",), is_required=True),
    Column("legal_form", "Bentuk_Koperasi", "Primer Kabupaten/Kota", ("Bentuk",)),
    Column("pattern", "Pola_Pengelolaan", "Konvensional", ("Pola",)),
    Column("has_savings_loan_unit", "USP", "tidak", ("Unit_Simpan_Pinjam", "Memiliki_USP")),
    Column("status", "StatusKoperasi", "Aktif", ("Status_Koperasi", "Status")),
    Column("membership_scope", "Wilayah_Keanggotaan", "Satu kabupaten/kota", ("Keanggotaan",)),
    Column("business_class", "KUK", "1", ("Klasifikasi_Usaha_Koperasi",)),
    Column("address", "Alamat", "Jl. Contoh No. 1", ("Alamat_Koperasi",)),
    Column("village", "Desa/Kelurahan", "Purwosari",
           ("Desa", "Kelurahan", "Desa_Kelurahan", "Kel/Desa", "Kode_Desa"), is_required=True),
    Column("district", "Kecamatan", "Kota Kudus", ("Kec",)),
    Column("regency", "Kabupaten", "Kudus", ("Kabupaten/Kota", "Kab/Kota", "Kota")),
    Column("phone", "Telepon", "0291-123456", ("No_Telepon", "Telp", "HP", "No_HP")),
    Column("email", "Email", "koperasi@contoh.id", ("E-mail", "Surel")),
    Column("tax_number", "NPWP", "01.234.567.8-901.000", ("NPWP_Koperasi",)),
    Column("business_number", "NIB", "1234567890123", ("NIB_Koperasi",)),
    Column("book_year_month", "Bulan_Awal_Tahun_Buku", "Januari", ("Awal_Tahun_Buku",)),
    Column("chair", "Ketua", "Siti Contoh", ("Nama_Ketua",)),
    Column("secretary", "Sekretaris", "Budi Contoh", ("Nama_Sekretaris",)),
    Column("treasurer", "Bendahara", "Ani Contoh", ("Nama_Bendahara",)),
    Column("supervisor", "Pengawas", "", ("Nama_Pengawas", "Ketua_Pengawas")),
    Column("manager", "Manajer", "", ("Nama_Manajer", "Manager")),
)  # fmt: skip

POSITIONS = {
    "chair": "Ketua",
    "secretary": "Sekretaris",
    "treasurer": "Bendahara",
    "supervisor": "Pengawas",
    "manager": "Manajer",
}


def letters(text: str) -> str:
    """What is left of a word when spelling is forgiven: "Kab./Kota" -> "kabkota"."""
    return search_name(text).replace(" ", "")


BY_LETTERS = {letters(name): column for column in COLUMNS for name in (column.name, *column.also)}


def recognise(heads: list[str]) -> tuple[dict[int, Column], list[str]]:
    """Place in the row -> column, and the headings nobody knows."""
    known: dict[int, Column] = {}
    strange: list[str] = []
    for place, head in enumerate(heads):
        column = BY_LETTERS.get(letters(head))
        if column and column not in known.values():
            known[place] = column
        elif head.strip():
            strange.append(head.strip())
    return known, strange
