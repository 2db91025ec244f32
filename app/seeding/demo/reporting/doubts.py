"""What the app would have asked about a report, and what a treasurer answers. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.figures import anomalies, identities
from app.figures.findings import Level
from app.figures.kinds import BusinessKind
from app.shared.periods import Period

YEAR_QUARTERS = 4
ANSWERS = {
    "loss": "Pendapatan jasa turun dan cadangan piutang ditambah pada periode ini.",
    "macet": "Penagihan dilakukan dengan kunjungan rutin dan jadwal angsuran baru.",
    "late": "Pembukuan baru selesai karena bendahara berhalangan.",
    "provision_sufficient": "Penyisihan akan ditambah bertahap sampai akhir tahun buku depan.",
    "equity_positive": "Rugi tahun-tahun lalu belum tertutup, anggota sepakat menambah simpanan.",
    "member_movement": "Ada anggota yang baru selesai dicatat keluar setelah pencocokan buku.",
    "same": "Tidak ada perubahan karena kegiatan berhenti sementara.",
}
OTHER = "Sudah dicocokkan dengan buku dan angkanya benar."

Values = Mapping[str, int | Fraction | None]


@dataclass(frozen=True)
class Before:
    """A filing that stood beside the fields, and how many quarters it covered."""

    values: Values
    quarter: int

    @property
    def account(self) -> anomalies.Account:
        return anomalies.Account(self.values, self.quarter or YEAR_QUARTERS)


def explanations(
    kind: BusinessKind,
    period: Period,
    values: Values,
    earlier: tuple[Before | None, Before | None],
    days_late: int,
) -> dict[str, str]:
    """Reasons by finding: as many as there were doubts. `earlier`: the last, that of a year ago."""
    last, year_ago = (each.account if each else None for each in earlier)
    now = Before(values, period.quarter).account
    found = [
        *identities.check(values, kind, period.kind),
        *anomalies.review(now, kind, period.kind, last, year_ago),
    ]
    doubts = {each.id: each.key for each in found if each.level is Level.DOUBT}
    reasons = {name: ANSWERS.get(key, OTHER) for name, key in doubts.items()}
    return {**reasons, "late": ANSWERS["late"]} if days_late > 0 else reasons
