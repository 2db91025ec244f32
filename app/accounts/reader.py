"""The person of this request, as a plain value: read once, held by no transaction."""

from dataclasses import dataclass, field, replace

from app.accounts.roles import COOPERATIVE_ROLES, GRANTS, Permission, Role

REGENCY_CODE = 5
"""Length of a regency's code, 33.19."""


@dataclass(frozen=True)
class Post:
    """One role somewhere: what "Masuk sebagai" chooses between."""

    id: int
    role: Role
    scope: str = ""
    cooperative_id: int | None = None
    cooperative_name: str = ""
    districts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reader:
    """Who reads and writes: a person in the post they signed in as."""

    user_id: int
    username: str
    name: str
    session_id: int
    token: str = field(repr=False)
    post: Post | None
    other_posts: tuple[Post, ...] = ()
    is_on_shared_phone: bool = False
    """Said at sign-in: nothing of theirs may stay on the phone."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return self.token

    @property
    def permissions(self) -> frozenset[Permission]:
        return GRANTS[self.post.role] if self.post else frozenset({Permission.USE_OWN_ACCOUNT})

    def can(self, permission: Permission | str) -> bool:
        return permission in self.permissions

    @property
    def posts(self) -> tuple[Post, ...]:
        """All they hold today, the one they act in first."""
        return (*((self.post,) if self.post else ()), *self.other_posts)

    def acting_in(self, post: Post) -> "Reader":
        """The same person in another of their posts."""
        others = tuple(each for each in self.posts if each != post)
        return replace(self, post=post, other_posts=others)

    @property
    def is_officer(self) -> bool:
        """Of a cooperative, not of the agency."""
        return self.post is not None and self.post.role in COOPERATIVE_ROLES

    @property
    def cooperative_id(self) -> int | None:
        return self.post.cooperative_id if self.post and self.is_officer else None

    @property
    def scope(self) -> str:
        """The code prefix an agency role sees; empty sees the nation. Officers see by id."""
        return self.post.scope if self.post else "-"

    @property
    def regency(self) -> str:
        return self.scope[:REGENCY_CODE]

    @property
    def districts(self) -> tuple[str, ...]:
        return self.post.districts if self.post else ()


class Stranger:
    """Nobody signed in."""

    user_id = None
    name = ""
    post = None
    scope = "-"
    cooperative_id = None
    permissions: frozenset[Permission] = frozenset()
    is_authenticated = False
    is_active = False
    is_anonymous = True
    is_officer = False
    is_on_shared_phone = False

    def get_id(self) -> None:
        return None

    def can(self, _permission: Permission | str) -> bool:
        return False
