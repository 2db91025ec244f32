"""Topics people ask about."""

from app.agency.topics import LABELS, Topic


def test_every_topic_has_words_of_its_own(app):
    words = [str(LABELS[topic]) for topic in Topic]

    assert len(set(words)) == len(Topic)
    assert "Laporan dan keuangan" in words
