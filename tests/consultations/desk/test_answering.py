import pytest

from app.consultations.desk.models import ReadyReply
from app.consultations.models import InternalNote, Message
from app.consultations.states import Status
from app.shared.database import db
from tests.support import factories, threads


def page_of(thread):
    return f"/d/konsultasi/{thread.id}"


@pytest.fixture
def at_desk(browse, desk):
    return browse(desk)


def answer_form(browser, thread, query=""):
    return browser.get(f"{page_of(thread)}{query}").form("Kirim jawaban")


def answers(thread):
    """What officers have said aloud; the clock stands, so in no order."""
    db.session.rollback()
    mine = db.session.query(Message).filter_by(consultation_id=thread.id, side="agency")
    return {each.body for each in mine}


def test_an_answer_reaches_the_asker_with_name_and_post(at_desk, browse, treasurer, thread, now_of):
    at_desk.submit(answer_form(at_desk, thread).fill(body="Paling tinggi 5 %.").press("Kirim"))

    page = browse(treasurer).get(f"/k/konsultasi/{thread.id}")
    assert "Paling tinggi 5 %." in page.text
    assert page.soup.select(".msg__who")[-1].get_text() == "Dewi Lestari, Petugas meja"
    assert now_of(thread).status == Status.WAITING
    assert now_of(thread).due_at is None
    assert now_of(thread).first_answer_minutes == 0


def test_a_question_back_waits_for_the_asker(at_desk, thread, happened):
    at_desk.submit(answer_form(at_desk, thread).fill(body="Untuk tahun apa?").press("Tanya balik"))
    assert happened(thread)[-1] == "asked_back"


def test_the_same_page_sent_twice_is_one_answer(at_desk, thread):
    form = answer_form(at_desk, thread).fill(body="Lima persen.")
    at_desk.submit(form)
    assert at_desk.submit(form).status == 303
    assert answers(thread) == {"Lima persen."}
    assert db.session.query(Message).count() == 2


def test_an_empty_answer_is_asked_for(at_desk, thread):
    refused = at_desk.submit(answer_form(at_desk, thread))
    assert (refused.status, refused.error_for("body")) == (422, "Tulis jawabannya.")


def test_of_two_who_type_at_once_the_second_reads_first_and_keeps_the_words(
    at_desk, browse, colleague, thread
):
    slow = browse(colleague)
    form = answer_form(slow, thread).fill(body="Jawaban Rina yang panjang.")
    at_desk.submit(answer_form(at_desk, thread).fill(body="Jawaban Dewi."))

    told = slow.submit(form)
    assert told.status == 409
    assert "Ada yang menulis di sini saat Anda menulis" in told.text
    assert "Jawaban Dewi." in told.text
    again = told.form("Kirim jawaban")
    assert again.data["body"] == "Jawaban Rina yang panjang."
    assert slow.submit(again).status == 303
    assert answers(thread) == {"Jawaban Dewi.", "Jawaban Rina yang panjang."}


def test_a_note_is_for_officers_only_wherever_the_asker_looks(
    at_desk, browse, treasurer, colleague, thread, now_of
):
    before = now_of(thread).last_at
    page = at_desk.get(page_of(thread))
    at_desk.submit(page.form("Simpan catatan").fill(note="Pernah menunggak dua kali."))

    assert "Pernah menunggak" in browse(colleague).get(page_of(thread)).text
    for url in (f"/k/konsultasi/{thread.id}", "/k/konsultasi", "/k/"):
        assert "menunggak" not in browse(treasurer).get(url).text
    assert answers(thread) == set()
    assert now_of(thread).last_at == before


def test_the_form_of_notes_takes_no_answer_and_the_form_of_answers_no_note(at_desk, thread):
    page = at_desk.get(page_of(thread))
    inside, aloud = page.form("Simpan catatan"), page.form("Kirim jawaban")
    assert inside.action != aloud.action
    assert not {"body", "seen", "act"} & set(inside.data)
    assert "note" not in aloud.data
    refused = at_desk.post(inside.action, {"body": "Bukan catatan"})
    assert refused.status == 422
    assert db.session.query(InternalNote).count() == 0


@pytest.fixture
def own_figures(cooperative):
    """A report with loans, and a full score."""
    factories.filing(factories.obligation(cooperative, 2026, 3), loans_total=1000, problem_loans=82)
    factories.assessment(cooperative)


def test_a_ready_reply_is_filled_with_the_cooperatives_own_figures(at_desk, own_figures, thread):
    form = answer_form(at_desk, thread, "?siap=pinjaman-bermasalah")
    assert "KSP Sumber Rejeki pada laporan terakhir 8,2\u00a0%" in form.data["body"]
    assert "Dasar: Juknis Deputi Perkoperasian 15/2021" in form.data["body"]

    unread = at_desk.submit(form)
    assert unread.status == 422
    assert unread.error_for("checked") == "Baca dulu jawabannya, lalu centang ini."
    read = unread.form("Kirim jawaban").fill(checked="y")
    assert at_desk.submit(read).status == 303
    assert "8,2" in answers(thread).pop()


def test_a_figure_nobody_knows_stays_open_and_may_not_be_sent(at_desk, thread):
    form = answer_form(at_desk, thread, "?siap=pinjaman-bermasalah").fill(checked="y")
    assert "{npl}" in form.data["body"]

    refused = at_desk.submit(form)
    assert refused.status == 422
    assert refused.error_for("body") == "Isi atau hapus yang masih kosong: {npl}."
    filled = refused.form("Kirim jawaban")
    filled.fill(body=filled.data["body"].replace("{npl}", "belum kami ketahui"), checked="y")
    assert at_desk.submit(filled).status == 303


def test_the_score_is_told_by_whoever_knows_it(at_desk, own_figures, thread):
    form = answer_form(at_desk, thread, "?siap=penjelasan-skor")
    assert "{skor}" not in form.data["body"]
    assert "{tingkat}" not in form.data["body"]


def test_replies_of_the_topic_come_first_the_regencys_own_among_them(at_desk, thread):
    factories.save(
        ReadyReply(regency="33.19", title="Milik kami", topics=["reports"], body="x", source="y")
    )
    page = at_desk.get(page_of(thread))
    titles = [each.get_text() for each in page.soup.select("#answer ~ details .row__title")]
    assert titles[0] == "Milik kami"
    assert titles.index("Tenggat laporan yang ditanyakan") < titles.index(
        "Bantuan memakai aplikasi"
    )


def test_a_closed_question_takes_no_answer(at_desk, thread):
    form = answer_form(at_desk, thread).fill(body="Terlambat")
    at_desk.submit(at_desk.get(page_of(thread)).form("Tandai selesai"))
    refused = at_desk.submit(form)
    assert refused.status == 409
    assert "Penanya dapat membukanya lagi" in refused.text


def test_a_file_of_the_question_opens_at_the_desk_and_for_nobody_elsewhere(
    at_desk, browse, elsewhere, thread
):
    file = threads.file_at(thread)
    url = at_desk.get(page_of(thread)).soup.select_one("a.thumb")["href"]
    assert str(file.id) in url
    assert at_desk.get(url).status == 200
    assert browse(elsewhere).get(url).status == 404
