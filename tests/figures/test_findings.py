"""A finding is told apart from every other of the same report."""

from app.figures.findings import Finding, Level


def test_two_jumps_of_one_report_keep_their_own_reasons():
    first = Finding("jump_up", Level.DOUBT, ("cash",), "kas-penempatan")
    second = Finding("jump_up", Level.DOUBT, ("securities",), "kas-penempatan")
    assert first.id != second.id


def test_a_finding_about_the_whole_report_bears_its_rules_name():
    assert Finding("same", Level.DOUBT, (), None).id == "same"
