"""Whom a reader of the dinas may manage: nobody reaches beyond their own area. Pure."""

from app.accounts.reader import Reader
from app.accounts.roles import COOPERATIVE_ROLES, Permission, Role

APPOINTS_AGENCY = frozenset({Role.DIVISION_HEAD, Role.ADMINISTRATOR})
"""Who gives and takes the roles of the dinas itself."""
AGENCY_ROLES = tuple(role for role in Role if role not in COOPERATIVE_ROLES)
BOARD_ROLES = tuple(role for role in Role if role in COOPERATIVE_ROLES)


def lies_within(code: str, scope: str) -> bool:
    """Whether an area is the scope or inside it; an empty scope is the nation."""
    return not scope or code == scope or code.startswith(f"{scope}.")


def appoints_agency(reader: Reader) -> bool:
    return reader.post is not None and reader.post.role in APPOINTS_AGENCY


def may_assign(reader: Reader, role: Role, code: str) -> bool:
    """Whether a reader may give, end or look after a role at a place.

    `code` is the cooperative's village, or for the dinas the area of the role.
    """
    if not reader.can(Permission.MANAGE_PEOPLE) or not lies_within(code, reader.scope):
        return False
    return role in COOPERATIVE_ROLES or appoints_agency(reader)


def may_manage_account(reader: Reader, user_id: int, held: list[tuple[Role, str]]) -> bool:
    """Codes, blocking and names touch every post of a person, so all must be in the remit.

    `held` are the posts not yet ended as (role, code). Nobody does this to themselves.
    """
    if user_id == reader.user_id:
        return False
    return all(may_assign(reader, role, code) for role, code in held)
