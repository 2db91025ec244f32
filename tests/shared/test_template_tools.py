"""What templates are given, and how they are written out."""

from flask import render_template_string


def test_a_block_leaves_no_empty_line_behind(app):
    lines = "{% for each in (1, 2) %}\n  {% if each %}\n{{ each }}.\n  {% endif %}\n{% endfor %}"

    assert render_template_string(lines) == "1.\n2.\n"
