"""The first administrator is made at the machine, and gets a code like anybody else."""

import re

from sqlalchemy import select

from app.accounts.models import Assignment, User
from app.shared.database import db

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def test_the_first_administrator_signs_in_with_the_printed_code(app, command, browse):
    result = command("people", "create", "--role", "administrator", "--username", "Admin.Kudus",
                     "--regency", "33.19")  # fmt: skip
    assert result.exit_code == 0
    browser = browse()
    browser.get("/aktivasi")
    code = CODE.search(result.output).group()
    browser.follow(browser.post("/aktivasi", {"code": code}))
    browser.get("/aktivasi/sandi")
    sent = {"password": "kursi-hujan-sepeda-41", "consent": "1"}
    assert browser.post("/aktivasi/sandi", sent).goes_to == "/d/pengguna"
    assert db.session.scalars(select(User.username)).one() == "admin.kudus"


def test_without_a_regency_it_is_the_deployments_own(app, command):
    command("people", "create", "--role", "agency_head", "--username", "kepala")
    assert db.session.scalars(select(Assignment.scope)).one() == "33.19"


def test_a_role_of_a_cooperative_names_the_cooperative(cooperative, command):
    words = ("people", "create", "--role", "treasurer", "--username", "bendahara.baru")
    assert command(*words).exit_code == 2
    assert command(*words, "--cooperative", "9999").exit_code == 2
    assert command(*words, "--cooperative", str(cooperative.id)).exit_code == 0
    assert db.session.scalars(select(Assignment.cooperative_id)).one() == cooperative.id


def test_mistakes_are_said_in_one_line_and_change_nothing(app, treasurer, command):
    taken = command("people", "create", "--role", "desk", "--username", "bendahara")
    assert (taken.exit_code, CODE.search(taken.output)) == (1, None)
    assert "Nama pengguna ini sudah dipakai akun lain." in taken.output
    bad = [("--role", "king", "--username", "raja"), ("--role", "desk", "--username", "0812"),
           ("--role", "desk", "--username", "staf2", "--regency", "Kudus")]  # fmt: skip
    assert [command("people", "create", *words).exit_code for words in bad] == [2, 2, 2]
    assert len(db.session.scalars(select(User.id)).all()) == 1
