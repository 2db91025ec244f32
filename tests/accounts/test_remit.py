"""Whom a reader may manage, on plain values."""

import pytest

from app.accounts.reader import Post, Reader
from app.accounts.remit import lies_within, may_assign, may_manage_account
from app.accounts.roles import Role


def reader(role, scope="33.19", user_id=1):
    return Reader(user_id, "u", "N", 1, "t", Post(1, role, scope))


@pytest.mark.parametrize(
    ("code", "scope", "inside"),
    [("33.19.02.2001", "33.19", True), ("33.19", "33.19", True), ("33.20", "33.19", False),
     ("33.1", "33.19", False), ("33.190", "33.19", False), ("33", "33.19", False),
     ("34.02", "", True), ("", "33.19", False), ("", "", True)],
)  # fmt: skip
def test_an_area_lies_within_another_by_whole_parts(code, scope, inside):
    assert lies_within(code, scope) is inside


@pytest.mark.parametrize(
    ("who", "role", "code", "may"),
    [
        (Role.DESK, Role.TREASURER, "33.19.02.2001", True),
        (Role.DESK, Role.TREASURER, "33.20.01.2001", False),
        (Role.DESK, Role.DESK, "33.19", False),
        (Role.DESK, Role.ADMINISTRATOR, "33.19", False),
        (Role.DIVISION_HEAD, Role.DESK, "33.19", True),
        (Role.DIVISION_HEAD, Role.DESK, "33", False),
        (Role.DIVISION_HEAD, Role.DESK, "", False),
        (Role.ADMINISTRATOR, Role.AGENCY_HEAD, "33.19", True),
        (Role.ADMINISTRATOR, Role.DESK, "33.20", False),
        (Role.AGENCY_HEAD, Role.TREASURER, "33.19.02.2001", False),
        (Role.INSPECTOR, Role.TREASURER, "33.19.02.2001", False),
        (Role.AUDITOR, Role.DESK, "33.19", False),
    ],
)
def test_who_may_give_which_role_where(who, role, code, may):
    assert may_assign(reader(who), role, code) is may


@pytest.mark.parametrize("role", [Role.TREASURER, Role.CHAIR, Role.MANAGER])
def test_an_officer_of_a_cooperative_appoints_nobody(role):
    officer = Reader(1, "u", "N", 1, "t", Post(1, role, "", cooperative_id=1))
    assert not may_assign(officer, Role.TREASURER, "33.19.02.2001")


def test_an_account_is_managed_only_when_every_post_is_within_reach():
    village = (Role.CHAIR, "33.19.02.2001")
    assert may_manage_account(reader(Role.DESK), 2, [village])
    assert not may_manage_account(reader(Role.DESK), 2, [village, (Role.DESK, "33.19")])
    assert not may_manage_account(reader(Role.DESK), 2, [village, (Role.CHAIR, "33.20.01.2001")])
    assert may_manage_account(reader(Role.DESK), 2, [])


def test_nobody_manages_their_own_account():
    assert not may_manage_account(reader(Role.ADMINISTRATOR), 1, [])
