"""People, their posts, their sessions, and the codes that let them in."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.roles import Role
from app.shared.database import Json, Moment, db


class User(db.Model):
    """A person. Accounts belong to persons, data to the cooperative."""

    __tablename__ = "app_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(60), unique=True)
    phone: Mapped[str | None] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str | None] = mapped_column(String(160))
    is_blocked: Mapped[bool] = mapped_column(default=False)
    consented_at: Mapped[Moment | None]
    created_at: Mapped[Moment]

    @property
    def is_activated(self) -> bool:
        return self.password_hash is not None


class Assignment(db.Model):
    """A role a person holds, for one cooperative or within an area, from a day to a day."""

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("(cooperative_id IS NULL) OR (scope = '')", name="one_kind_of_scope"),
        Index(None, "cooperative_id"),
        Index(None, "user_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    role: Mapped[Role] = mapped_column(String(20))
    scope: Mapped[str] = mapped_column(String(13), default="")
    districts: Mapped[Json] = mapped_column(default=dict)
    cooperative_id: Mapped[int | None] = mapped_column(ForeignKey("cooperative.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class SignInSession(db.Model):
    """One phone or computer that signed in; the list a person can see and end."""

    __tablename__ = "sign_in_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), index=True)
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    device: Mapped[str] = mapped_column(String(120), default="")
    is_shared_phone: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]


class AccessCode(db.Model):
    """A printed one-time code: activation, or the reset of a password. Stored as a hash.

    A newer one voids it.
    """

    __tablename__ = "access_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), index=True)
    lookup: Mapped[str] = mapped_column(String(64), unique=True)
    issued_by: Mapped[int | None]
    issued_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]
    voided_at: Mapped[Moment | None]


class SignInTry(db.Model):
    """A failed try: counted per account and per code, never per address alone."""

    __tablename__ = "sign_in_try"
    __table_args__ = (Index(None, "subject", "at"), Index(None, "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(80))
    at: Mapped[Moment]
