"""Kudus as the house knows it; the fixture database holds its areas."""

import pytest

from app.regions import queries
from app.regions.services import KUDUS_CSV, load_csv, parent_of
from app.shared.errors import RuleBroken


@pytest.mark.usefixtures("kudus")
def test_kudus_has_nine_districts_and_132_villages_of_which_nine_are_towns():
    districts = queries.villages_by_district("33.19")
    villages = [village for district in districts for village in district.villages]

    assert len(districts) == 9
    assert len(villages) == 132
    assert sum(queries.village_kind(each.code) == "Kelurahan" for each in villages) == 9


@pytest.mark.usefixtures("kudus")
def test_a_code_is_read_as_its_name_and_a_strange_one_stays_a_code():
    assert queries.village_name("33.19.06.2008") == "Klaling"
    assert queries.district_name("33.19.06.2008") == "Jekulo"
    assert queries.regency_name("33.19.06.2008") == "Kabupaten Kudus"
    assert queries.place_name("33.19") == "Kudus"
    assert queries.village_name("99.99.99.2001") == "99.99.99.2001"


@pytest.mark.usefixtures("kudus")
@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("", "Indonesia"),
        ("33", "Provinsi Jawa Tengah"),
        ("33.19", "Kabupaten Kudus"),
        ("33.19.06", "Kecamatan Jekulo"),
    ],
)
def test_an_area_is_called_in_full(code, name):
    assert queries.area_name(code) == name


@pytest.mark.usefixtures("kudus")
def test_loading_the_same_areas_twice_changes_nothing_and_a_new_name_is_taken_over(tmp_path):
    assert load_csv(KUDUS_CSV) == 143
    renamed = tmp_path / "areas.csv"
    renamed.write_text("code,name\n33.19.06.2008,Klaling Baru\n")

    assert load_csv(renamed) == 1
    assert queries.village_name("33.19.06.2008") == "Klaling Baru"


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("line", ["33.19.6,Jekulo", "33.19.06,", "abc,Desa"])
def test_a_file_with_a_wrong_line_is_refused_by_its_number(tmp_path, line):
    wrong = tmp_path / "areas.csv"
    wrong.write_text(f"code,name\n{line}\n")

    with pytest.raises(RuleBroken, match="Line 2"):
        load_csv(wrong)


def test_every_area_knows_the_one_around_it():
    assert parent_of("33.19.06.2008") == "33.19.06"
    assert parent_of("33.19") == "33"
    assert parent_of("33") is None
