"""Who reads a thread: every role against every kind of thread, its pages, its files, its notes."""

import uuid
from dataclasses import replace

import pytest

from app.accounts.roles import Role
from app.audit.models import AuditEntry
from app.consultations.models import InternalNote
from app.consultations.queries import consultation_for, visible_to
from app.consultations.services.reading import note_reading
from app.consultations.states import Audience, Happening
from app.shared import clock
from app.shared.database import db
from app.shared.errors import NotTheirs
from tests.support import factories, threads
from tests.support.people import person

OFFICERS = {"chair", "supervisory_board"}
DINAS = {"desk", "inspector", "division_head"}
OTHERS = {"stranger", "agency_head", "observer", "auditor", "administrator", "elsewhere"}
EVERYBODY = {"treasurer"} | OFFICERS | DINAS | OTHERS
ORDINARY = {"treasurer"} | DINAS
READS = {
    "for the asker": ORDINARY,
    "shared": ORDINARY | OFFICERS,
    "confidential": {"treasurer", "division_head"},
    "confidential, in hand of the desk": {"treasurer", "division_head", "desk"},
}


def thread_that_is(kind, cooperative, treasurer, desk):
    audience = Audience.CO_OFFICERS if kind == "shared" else Audience.ASKER_ONLY
    thread = threads.asked(cooperative, treasurer, audience=audience)
    if kind.endswith("desk"):
        threads.happened(thread, desk, Happening.CLAIMED, to=desk.user_id, to_name=desk.name)
    if kind == "confidential":
        elsewhere = {"to": 987_654, "to_name": "Orang lain", "why": "paham hukum"}
        threads.happened(thread, desk, Happening.HANDED_OVER, **elsewhere)
    if kind.startswith("confidential"):
        threads.happened(thread, desk, Happening.MADE_CONFIDENTIAL, why="hukum")
    return thread


@pytest.mark.parametrize("kind", READS)
def test_each_role_reads_what_is_theirs_and_nothing_else(
    kind, cooperative, treasurer, desk, everyone
):
    thread = thread_that_is(kind, cooperative, treasurer, desk)
    reading = set()
    for role in EVERYBODY:
        who = everyone(role)
        asking = threads.reader(who, "33.20" if role == "elsewhere" else "33.19")
        listed = list(db.session.scalars(visible_to(asking)))
        try:
            found = [consultation_for(asking, thread.id)]
        except NotTheirs:
            found = []
        assert listed == found, role
        if found:
            reading.add(role)
    assert reading == READS[kind]


@pytest.mark.parametrize("role", sorted(EVERYBODY - {"treasurer"}))
def test_of_the_cooperative_s_pages_only_the_asker_opens_what_is_not_shown(
    browse, everyone, cooperative, treasurer, role
):
    thread = threads.asked(cooperative, treasurer)
    file = threads.file_at(thread)
    browser = browse(everyone(role))
    place = f"/k/konsultasi/{thread.id}"
    addresses = ("", "/terkirim", f"/berkas/{file.id}", f"/berkas/{file.id}/kecil")
    assert {browser.get(place + each).status for each in addresses} <= {403, 404}
    acts = ("/balas", "/selesai", "/nilai")
    told = {browser.post(place + each, {"body": "x", "helped": "yes"}).status for each in acts}
    assert told <= {403, 404}


def test_an_officer_who_has_left_reads_nothing_any_more(cooperative, treasurer):
    thread = threads.asked(cooperative, treasurer)
    gone = threads.reader(treasurer)
    assert gone.post
    elsewhere = replace(gone, post=replace(gone.post, cooperative_id=cooperative.id + 1))
    for reader in (elsewhere, replace(gone, post=None)):
        with pytest.raises(NotTheirs):
            consultation_for(reader, thread.id)


@pytest.mark.parametrize(
    ("scope", "sees"),
    [("", True), ("33", True), ("33.19", True), ("33.19.02", True), ("33.19.03", False),
     ("33.1", True), ("33.20", False), ("34", False)],
)  # fmt: skip
def test_the_dinas_sees_the_threads_of_its_area(cooperative, treasurer, desk, scope, sees):
    threads.asked(cooperative, treasurer)
    found = list(db.session.scalars(visible_to(threads.reader(desk, scope))))
    assert bool(found) is sees


def test_a_file_opens_in_its_own_thread_alone(browse, cooperative, treasurer):
    first, second = (threads.asked(cooperative, treasurer) for _ in range(2))
    file = threads.file_at(first)
    browser = browse(treasurer)
    assert browser.get(f"/k/konsultasi/{first.id}/berkas/{file.id}").status == 200
    assert browser.get(f"/k/konsultasi/{second.id}/berkas/{file.id}").status == 404
    assert browser.get(f"/k/konsultasi/{first.id}/berkas/{uuid.uuid4()}").status == 404


def test_an_internal_note_is_on_no_page_of_the_cooperative(browse, cooperative, treasurer, desk):
    thread = threads.asked(cooperative, treasurer)
    factories.save(
        InternalNote(
            consultation_id=thread.id,
            regency="33.19",
            author_id=desk.user_id,
            author_name=desk.name,
            body="Jangan sampai terbaca",
            written_at=clock.now(),
        )
    )
    browser = browse(treasurer)
    for address in ("/k/", "/k/konsultasi", f"/k/konsultasi/{thread.id}"):
        assert "Jangan sampai" not in browser.get(address).html
    assert "Jangan sampai" not in browser.get(f"/k/konsultasi/{thread.id}", htmx=True).html


def test_the_first_reading_at_the_desk_is_told_to_the_asker_once(cooperative, treasurer, desk):
    thread = threads.asked(cooperative, treasurer)
    for _each in range(2):
        note_reading(thread, threads.reader(desk))
        db.session.refresh(thread)
    assert thread.status == "read"
    assert [each.action for each in _trail()].count("consultation.read") == 1


def test_every_reading_of_what_is_confidential_is_noted(cooperative, treasurer, division_head):
    thread = threads.asked(cooperative, treasurer)
    threads.happened(thread, division_head, Happening.MADE_CONFIDENTIAL, why="hukum")
    for _each in range(2):
        note_reading(consultation_for(threads.reader(division_head), thread.id),
                     threads.reader(division_head))  # fmt: skip
    assert [each.action for each in _trail()].count("consultation.opened") == 2


def test_the_trail_holds_numbers_and_no_words(cooperative, treasurer, desk):
    thread = threads.asked(cooperative, treasurer, body="Rahasia dapur kami")
    threads.answered(thread, desk, body="Jawaban rahasia")
    assert "ahasia" not in "".join(str(each.details) for each in _trail())


def test_every_officer_role_may_ask_and_no_other(browse, cooperative, everyone):
    officers = (Role.TREASURER, Role.SECRETARY, Role.CHAIR, Role.MANAGER, Role.SUPERVISORY_BOARD)
    for role in officers:
        assert browse(person(role, cooperative)).get("/k/konsultasi/baru").status == 200
    for name in DINAS | (OTHERS - {"stranger"}):
        assert browse(everyone(name)).get("/k/konsultasi/baru").status == 403


def _trail():
    return db.session.query(AuditEntry).order_by(AuditEntry.number).all()
