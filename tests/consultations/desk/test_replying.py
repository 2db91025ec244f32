from hypothesis import given
from hypothesis import strategies as st

from app.agency.topics import Topic
from app.consultations.desk.replying.fields import FIELDS, fill, open_fields
from app.consultations.desk.replying.library import product_replies, read

TEXT = "Bapak/Ibu {nama}, pinjaman bermasalah {koperasi} {npl}."


def test_each_field_gets_its_value():
    filled = fill(TEXT, {"nama": "Siti", "koperasi": "KSP A", "npl": "8,2 %"})
    assert filled == "Bapak/Ibu Siti, pinjaman bermasalah KSP A 8,2 %."
    assert open_fields(filled) == []


def test_what_nobody_knows_stays_visibly_open():
    filled = fill(TEXT, {"nama": "Siti", "koperasi": "KSP A", "npl": ""})
    assert open_fields(filled) == ["{npl}"]


def test_other_braces_are_words_like_any_other():
    assert open_fields("pasal {4} dan {sesuatu}") == []


@given(st.text(), st.sampled_from(FIELDS))
def test_no_value_is_read_as_a_field_again(value, name):
    """A person may be called anything."""
    assert fill("{nama}", {"nama": "{npl}", "npl": value}) == "{npl}"
    assert fill(f"{{{name}}}", {name: value or "x"}) == (value or "x")


def test_a_reply_is_its_words_and_what_they_rest_on():
    reply = read(
        "skor", '+++\ntitle = "Skor"\ntopics = ["reports"]\nsource = "Juknis"\n+++\nHalo.\n'
    )
    assert reply.text == "Halo.\n\nDasar: Juknis"


def test_every_reply_of_the_product_can_be_filled():
    assert product_replies()
    everything = dict.fromkeys(FIELDS, "x")
    for reply in product_replies():
        assert set(reply.topics) <= set(Topic), reply.code
        assert reply.source, reply.code
        assert "{" not in fill(reply.text, everything), reply.code
