"""The person a page is about, and what this reader may do with them."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import remit
from app.accounts.models import User
from app.accounts.queries.people import person_for
from app.accounts.queries.posts import HeldPost, posts_of_person
from app.accounts.queries.regencies import regency_of
from app.audit.queries import change_by_another
from app.shared.errors import NotTheirs, RuleBroken
from app.shared.web.overtaking import Change


@dataclass(frozen=True)
class Subject:
    """`posts` are those in the reader's remit; `has_others` says that more exist."""

    user: User
    posts: tuple[HeldPost, ...]
    has_others: bool
    may_manage: bool

    @property
    def current(self) -> tuple[HeldPost, ...]:
        return tuple(post for post in self.posts if not post.is_over)

    @property
    def past(self) -> tuple[HeldPost, ...]:
        return tuple(post for post in self.posts if post.is_over)

    @property
    def is_reader(self) -> bool:
        return bool(self.user.id == current_user.user_id)


def subject_of(user_id: int) -> Subject:
    """NotTheirs when the reader has nothing to do with this person."""
    user = person_for(current_user, user_id)
    posts = posts_of_person(user_id)
    held = [(post.role, post.code) for post in posts if not post.is_over]
    return Subject(
        user=user,
        posts=tuple(post for post in posts if _in_remit(post)),
        has_others=not all(_in_remit(post) for post in posts),
        may_manage=remit.may_manage_account(current_user, user_id, held),
    )


def managed(user_id: int) -> Subject:
    """A person whose account the reader may change. RuleBroken says why not."""
    subject = subject_of(user_id)
    if subject.is_reader:
        raise RuleBroken(_("This is your own account. Ask a colleague at the dinas to do this."))
    if not subject.may_manage:
        why = _("This person also serves outside your area or in the dinas.")
        raise RuleBroken(f"{why} {_('Ask the head of division or the administrator.')}")
    return subject


def change_of(user_id: int) -> Change | None:
    """Who else changed this person's name or number last."""
    regency = regency_of(user_id)
    return change_by_another(regency, f"user:{user_id}", "person.changed", current_user.user_id)


def post_in(subject: Subject, post_id: int) -> HeldPost:
    """A post of the person within the remit that is not over. Nobody changes their own."""
    found = next((post for post in subject.current if post.id == post_id), None)
    if found is None:
        raise NotTheirs
    if subject.is_reader:
        raise RuleBroken(_("This is your own account. Ask a colleague at the dinas to do this."))
    return found


def _in_remit(post: HeldPost) -> bool:
    return remit.may_assign(current_user, post.role, post.code)
