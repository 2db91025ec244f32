"""Counted by hand on paper. Monday to Thursday 07.30-16.00 (510 minutes), Friday 07.00-15.00."""

from datetime import date, datetime, time

import pytest

from app.consultations.clock.hours import OfficeCalendar, ShorterHours
from app.consultations.clock.minutes import OfficeMinutes
from app.consultations.clock.standing import standing
from app.shared.clock import ZONE
from tests.consultations.clock.naive import Line

ORDINARY = OfficeCalendar()
RAMADAN = OfficeCalendar(
    shorter=(ShorterHours(date(2027, 2, 8), date(2027, 3, 9), time(8), time(14, 30)),)
)


def with_day(*parts, works):
    return OfficeCalendar(frozenset({(date(*parts), works)}))


CASES = {
    # name: (calendar, log, now, minutes used of the promise due next, when that is due, overdue)
    "a Monday morning": (ORDINARY, "23-11 10:00 asked", "23-11 12:00", 120, "25-11 16:00", False),
    "the next morning": (ORDINARY, "23-11 10:00 asked", "24-11 08:00", 390, "25-11 16:00", False),
    "asked at night": (ORDINARY, "23-11 20:00 asked", "24-11 07:30", 0, "26-11 16:00", False),
    "before opening": (ORDINARY, "23-11 05:00 asked", "23-11 07:31", 1, "25-11 16:00", False),
    "on Sunday": (ORDINARY, "22-11 13:00 asked", "23-11 07:30", 0, "25-11 16:00", False),
    "Friday afternoon": (ORDINARY, "27-11 14:00 asked", "30-11 08:00", 90, "01-12 16:00", False),
    "after Friday's closing": (ORDINARY, "27-11 15:30 asked", "30-11 07:45", 15, "02-12 16:00",
                               False),
    "due on a Friday": (ORDINARY, "25-11 09:00 asked", "27-11 14:59", 1409, "27-11 15:00", False),
    "the weekend after": (ORDINARY, "25-11 09:00 asked", "28-11 12:00", 1410, "27-11 15:00", False),
    "one open minute too late": (ORDINARY, "25-11 09:00 asked", "30-11 07:31", 1411, "27-11 15:00",
                                 True),
    "over Lebaran": (ORDINARY, "17-03 10:00 asked", "25-03 08:00", 390, "26-03 16:00", False),
    "within Lebaran": (ORDINARY, "21-03 09:00 asked", "24-03 12:00", 0, "27-03 15:00", False),
    "to finish over Lebaran": (ORDINARY, ("16-03 08:00 asked; 16-03 09:00 answered; "
                               "16-03 09:30 replied"), "17-03 07:30", 450, "31-03 08:00", False),
    "over the year's end": (ORDINARY, "31-12-2027 10:00 asked", "03-01-2028 08:30", 360,
                            "04-01-2028 16:00", False),
    "in the year's last minute": (ORDINARY, "31-12-2027 23:59 asked", "03-01-2028 07:40", 10,
                                  "05-01-2028 16:00", False),
    "over a leap day": (ORDINARY, "25-02-2028 14:00 asked", "29-02-2028 12:00", 330,
                        "01-03-2028 16:00", False),
    "on a leap day": (ORDINARY, "29-02-2028 10:00 asked", "01-03-2028 07:30", 360,
                      "02-03-2028 16:00", False),
    "in Ramadan": (RAMADAN, "08-02-2027 10:00 asked", "09-02-2027 09:00", 330, "10-02-2027 14:30",
                   False),
    "a Friday in Ramadan": (RAMADAN, "12-02-2027 14:00 asked", "15-02-2027 09:00", 90,
                            "16-02-2027 14:30", False),
    "a Saturday that is worked": (with_day(2026, 11, 28, works=True), "27-11 14:00 asked",
                                  "28-11 09:00", 150, "30-11 16:00", False),
    "joint leave that is worked": (with_day(2026, 12, 24, works=True), "23-12 10:00 asked",
                                   "24-12 08:00", 390, "28-12 16:00", False),
    "a day the regency closes": (with_day(2026, 11, 24, works=False), "23-11 10:00 asked",
                                 "25-11 08:00", 390, "26-11 16:00", False),
    "a note after the end": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 answered; "
                             "23-11 12:00 solved; 24-11 09:00 noted"), "25-11 12:00", 60, None,
                             False),
    "a note does not answer": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 noted; "
                               "23-11 11:30 claimed"), "23-11 12:00", 120, "25-11 16:00", False),
    "two pauses": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 asked_back; 23-11 13:00 replied; "
                   "23-11 14:00 asked_back; 24-11 09:00 replied"), "24-11 10:00", 180,
                   "26-11 13:00", False),
    "two replies to one pause": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 asked_back; "
                                 "23-11 12:00 replied; 23-11 12:30 replied"), "23-11 13:00", 120,
                                 "26-11 08:30", False),
    "asked back twice": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 asked_back; "
                         "23-11 12:00 asked_back; 23-11 13:00 replied"), "23-11 14:00", 120,
                         "26-11 09:30", False),
    "a reply to nothing": (ORDINARY, "23-11 10:00 asked; 23-11 11:00 replied", "23-11 12:00", 120,
                           "25-11 16:00", False),
    "a pause at night": (ORDINARY, ("23-11 10:00 asked; 23-11 17:00 asked_back; "
                         "24-11 06:00 replied"), "24-11 08:30", 420, "25-11 16:00", False),
    "while the asker is waited for": (ORDINARY, "23-11 10:00 asked; 23-11 12:00 asked_back",
                                      "27-11 12:00", 120, None, False),
    "a pause over Christmas": (ORDINARY, ("22-12 10:00 asked; 23-12 15:00 asked_back; "
                               "28-12 08:00 replied"), "28-12 09:00", 870, "29-12 09:00", False),
    "passed to the inspector": (ORDINARY, ("23-11 10:00 asked; 24-11 10:00 passed_to_inspector; "
                                "25-11 10:00 replied"), "27-11 14:00", 510, None, False),
    "answered after the visit": (ORDINARY, ("23-11 10:00 asked; 24-11 10:00 passed_to_inspector; "
                                 "26-11 10:00 answered; 26-11 11:00 replied"), "26-11 12:00", 570,
                                 "03-12 08:30", False),
    "opened again": (ORDINARY, ("23-11 10:00 asked; 23-11 11:00 answered; 23-11 12:00 solved; "
                     "26-11 10:00 reopened"), "26-11 12:00", 120, "30-11 16:00", False),
    "opened again though it is open": (ORDINARY, "23-11 10:00 asked; 23-11 11:00 reopened",
                                       "23-11 12:00", 120, "25-11 16:00", False),
    "a reply to an answer": (ORDINARY, ("23-11 10:00 asked; 23-11 12:00 answered; "
                             "25-11 10:00 replied"), "25-11 12:00", 240, "02-12 14:00", False),
    "what is still to come": (ORDINARY, "23-11 10:00 asked; 24-11 10:00 answered", "23-11 12:00",
                              120, "25-11 16:00", False),
    "a working day without answer": (ORDINARY, "23-11 10:00 asked", "26-11 07:31", 1381,
                                     "25-11 16:00", True),
}  # fmt: skip


def moment(text):
    day, hour = text.split()
    parts = [int(part) for part in day.split("-")]
    year = parts[2] if len(parts) > 2 else 2026
    return datetime(year, parts[1], parts[0], *map(int, hour.split(":")), tzinfo=ZONE)


def log(text):
    lines = (line.strip().rsplit(" ", 1) for line in text.split(";"))
    return [Line(what, moment(at)) for at, what in lines]


@pytest.mark.parametrize("name", CASES)
def test_by_hand(name):
    calendar, events, now, used, due, overdue = CASES[name]

    found = standing(log(events), OfficeMinutes(calendar), moment(now))

    assert found.next.used == used
    assert found.next.due_at == (moment(due) if due else None)
    assert found.is_overdue is overdue


def answered(at, asked="25-11 09:00"):
    events = log(f"{asked} asked; {at} answered")
    return standing(events, OfficeMinutes(ORDINARY), moment("02-12 12:00"))


def test_an_answer_at_midnight_of_the_promised_day_kept_the_promise():
    assert not answered("28-11 00:00").answer.is_late
    assert answered("28-11 00:00").first_answer == 1410


def test_an_answer_in_the_first_minutes_of_the_next_day_did_not():
    assert not answered("30-11 07:30").answer.is_late
    assert answered("30-11 07:35").answer.is_late


def test_the_first_answer_is_kept_when_the_thread_is_opened_again():
    events = log(
        "23-11 10:00 asked; 23-11 11:00 answered; 23-11 12:00 solved; 26-11 10:00 reopened"
    )
    found = standing(events, OfficeMinutes(ORDINARY), moment("26-11 12:00"))

    assert found.first_answer == 60
    assert found.answer.met_at is None


def test_nobody_waits_before_anything_was_asked():
    assert standing([], OfficeMinutes(ORDINARY), moment("23-11 12:00")) is None
