"""A bad case is refused by name, never read as something it does not say."""

from fractions import Fraction

import pytest

from app.instruments.cases import BadCase, Case, read_case
from app.instruments.loading import instrument

KSP = instrument("kkpkk-2021-ksp")


def fault_of(source):
    with pytest.raises(BadCase) as caught:
        read_case(source, KSP)
    return caught.value


def test_a_case_is_read_as_it_stands():
    text = '{"figures": {"cash": 5, "own_capital": "7.5"}, "answers": {"TK-1.1.a": true},'
    text += ' "answer_counts": {"TK-1.2": 3}, "lines_complete": true, "id": "G1"}'
    case = read_case(text, KSP)
    figures = {"cash": 5, "own_capital": Fraction(15, 2)}
    assert case == Case(figures, {"TK-1.1.a": True}, {"TK-1.2": 3}, lines_complete=True)


def test_nothing_said_is_nothing_known():
    assert read_case("{}", KSP) == Case({}, {}, {}, lines_complete=False)


@pytest.mark.parametrize(
    "text", ["", "{", "kas", "{'cash': 1}", "[" * 100_000, '{"figures": {}} x']
)
def test_what_is_not_json_is_refused(text):
    assert fault_of(text).fault == "not_json"


@pytest.mark.parametrize("text", ["[]", "5", "null", '{"figures": []}', '{"answers": null}'])
def test_what_is_not_an_object_is_refused(text):
    assert fault_of(text).fault == "not_an_object"


@pytest.mark.parametrize(
    ("section", "code", "fault"),
    [
        ("figures", "kas", "unknown_figure"),
        ("figures", "Cash", "unknown_figure"),
        ("answers", "TK-1.1", "unknown_item"),
        ("answers", "3a.1", "unknown_item"),
        ("answer_counts", "TK-1.1.a", "unknown_questionnaire"),
        ("answer_counts", "KK-1.1a", "unknown_questionnaire"),
    ],
)
def test_a_code_these_rules_do_not_have_is_refused_and_named(section, code, fault):
    found = fault_of({section: {code: True if section == "answers" else 1}})
    assert (found.fault, found.subject) == (fault, code)


@pytest.mark.parametrize(
    "amount",
    ['"banyak"', '"12,5"', '"1.000.000"', '"Rp5"', '" 5"', '"5 "', '"5\\n"', '""', '"+5"', '"1e3"',
     '"٥"', '"0x10"', '"1_000"', "true", "null", "[5]", '{"a": 1}', "NaN", "Infinity", "-Infinity",
     "1e3", '"NaN"', '"--5"', '"5."', '".5"'],
)  # fmt: skip
def test_what_is_not_plainly_a_number_is_refused_and_named(amount):
    found = fault_of(f'{{"figures": {{"cash": {amount}}}}}')
    assert (found.fault, found.subject) == ("not_a_number", "cash")


@pytest.mark.parametrize("amount", ["1.5", '"1.5"', '"0.01"', "-0.5", '"100000000000000000000.1"'])
def test_a_fraction_of_a_rupiah_is_refused(amount):
    for code in ("cash", "total_assets_prior"):
        found = fault_of(f'{{"figures": {{"{code}": {amount}}}}}')
        assert (found.fault, found.subject) == ("fraction", code)


@pytest.mark.parametrize("amount", ["7", '"7"', '"7.00"', "7.0", '"007"'])
def test_whole_rupiah_are_whole_however_they_are_written(amount):
    assert read_case(f'{{"figures": {{"cash": {amount}}}}}', KSP).figures == {"cash": 7}


def test_a_sum_may_be_an_exact_decimal_in_text_but_not_a_machines_fraction():
    figures = read_case('{"figures": {"own_capital": "0.1"}}', KSP).figures
    assert figures == {"own_capital": Fraction(1, 10)}
    assert fault_of('{"figures": {"own_capital": 0.1}}').fault == "fraction"
    assert fault_of({"figures": {"own_capital": 0.1}}).fault == "not_a_number"


def test_published_ratios_given_as_decimal_lines_can_still_be_read_on_request():
    case = read_case({"figures": {"cash": "29.94"}}, KSP, whole_lines=False)
    assert case.figures == {"cash": Fraction("29.94")}


def test_thirty_noughts_are_read_exactly():
    text = f'{{"figures": {{"cash": {10**30 + 1}, "securities": "{10**30 + 1}"}}}}'
    assert set(read_case(text, KSP).figures.values()) == {10**30 + 1}


@pytest.mark.parametrize("reply", ["1", "0", '"ya"', "null", "[]"])
def test_an_answer_is_yes_or_no_and_nothing_like_it(reply):
    found = fault_of(f'{{"answers": {{"TK-1.1.a": {reply}}}}}')
    assert (found.fault, found.subject) == ("not_true_or_false", "TK-1.1.a")


def test_complete_lines_are_claimed_with_true_or_false():
    assert fault_of('{"lines_complete": 1}').fault == "not_true_or_false"


@pytest.mark.parametrize("count", ["5", "-1", "true", '"4"', "2.0", "null"])
def test_more_items_than_there_are_cannot_be_met(count):
    found = fault_of(f'{{"answer_counts": {{"TK-1.1": {count}}}}}')
    assert (found.fault, found.subject) == ("not_a_count", "TK-1.1")


def test_all_items_and_none_can_be_met():
    case = read_case('{"answer_counts": {"TK-1.1": 4, "TK-1.2": 0}}', KSP)
    assert case.answer_counts == {"TK-1.1": 4, "TK-1.2": 0}


def test_a_questionnaire_answered_in_two_ways_is_refused():
    found = fault_of('{"answers": {"TK-1.1.a": true}, "answer_counts": {"TK-1.1": 0}}')
    assert (found.fault, found.subject) == ("answered_twice", "TK-1.1")


def test_a_figure_that_stands_there_twice_is_refused():
    found = fault_of('{"figures": {"cash": 1, "cash": 2}}')
    assert (found.fault, found.subject) == ("twice", "cash")


def test_a_monstrous_code_is_quoted_in_one_short_line():
    found = fault_of({"figures": {"kas\n" * 100: 1}})
    assert "\n" not in found.subject
    assert len(found.subject) < 80
