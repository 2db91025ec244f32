from app.audit.models import AuditEntry
from app.consultations.desk.services.taking import claim
from app.consultations.queries import consultation_for
from app.consultations.states import Status
from app.shared.database import db
from app.shared.errors import RuleBroken
from app.shared.transactions import write_transaction
from tests.support import threads
from tests.support.parallel import at_once


def page_of(thread):
    return f"/d/konsultasi/{thread.id}"


def test_a_new_question_is_given_to_an_officer_and_says_why(thread, desk, browse):
    assert thread.assignee_id == desk.user_id
    page = browse(desk).get(page_of(thread))
    assert "Dewi Lestari: paling sedikit, 0 terbuka" in page.text


def test_opening_it_makes_it_read_and_taking_it_makes_it_theirs(
    browse, desk, thread, now_of, happened
):
    browser = browse(desk)
    page = browser.get(page_of(thread))
    assert now_of(thread).status == Status.READ
    browser.submit(page.form("Ambil pertanyaan ini"))

    assert now_of(thread).status == Status.IN_HAND
    assert happened(thread) == ["asked", "assigned", "read", "claimed"]
    assert "Ambil pertanyaan ini" not in browser.get(page_of(thread)).text


def test_taking_twice_is_once(browse, desk, thread, happened):
    browser = browse(desk)
    form = browser.get(page_of(thread)).form("Ambil pertanyaan ini")
    browser.submit(form)
    browser.submit(form)
    assert happened(thread).count("claimed") == 1


def test_what_somebody_has_taken_cannot_be_taken_away(browse, desk, colleague, thread, now_of):
    mine, theirs = browse(desk), browse(colleague)
    late = theirs.get(page_of(thread)).form("Ambil pertanyaan ini")
    mine.submit(mine.get(page_of(thread)).form("Ambil pertanyaan ini"))

    refused = theirs.submit(late)
    assert refused.status == 409
    assert "Dewi Lestari sudah mengambil pertanyaan ini" in refused.text
    assert now_of(thread).assignee_id == desk.user_id


def test_of_two_who_take_it_at_the_same_moment_one_gets_it(app, desk, colleague, thread, happened):
    def taking(officer):
        def act():
            with app.app_context(), write_transaction():
                who = threads.reader(officer)
                try:
                    claim(who, consultation_for(who, thread.id, held=True))
                except RuleBroken:
                    return "late"
                return "mine"

        return act

    db.session.rollback()
    assert sorted(at_once([taking(desk), taking(colleague)])) == ["late", "mine"]
    assert happened(thread).count("claimed") == 1


def test_handing_over_needs_a_reason_and_leaves_it_in_the_log(
    browse, desk, colleague, thread, now_of
):
    browser = browse(desk)
    page = browser.get(f"{page_of(thread)}/langkah/alihkan")
    form = page.form("Alihkan pertanyaan ini").fill(to=str(colleague.user_id))
    refused = browser.submit(form)
    assert refused.status == 422
    assert refused.error_for("why") == "Tulis alasan singkat."

    browser.submit(refused.form("Alihkan pertanyaan ini").fill(why="Rina paham pinjaman."))
    assert now_of(thread).assignee_id == colleague.user_id
    assert "Rina paham pinjaman." in browse(colleague).get(page_of(thread)).text
    assert db.session.query(AuditEntry).filter_by(action="consultation.handed_over").count() == 1


def test_an_inspector_reads_but_does_nothing(browse, inspector, thread):
    page = browse(inspector).get(page_of(thread))
    assert page.status == 200
    assert not [each for each in page.forms if "jawab" in each.action or "catatan" in each.action]
