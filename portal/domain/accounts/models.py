"""People, what they may do, and what lets them in. Names and addresses live in `user` and nowhere else."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Door, Instant, Language, Model
from portal.domain.accounts.roles import AssociationRole, MuseumRole


def _words(members: type[enum.Enum]) -> Enum:
    """Return a column type that keeps an enum by its words, on both databases alike."""
    return Enum(
        members,
        native_enum=False,
        create_constraint=False,
        length=20,
        values_callable=lambda enum_: [member.value for member in enum_],
    )


class User(Model):
    """A person with an account. Erasure empties the row and leaves its number."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    """Folded (`addresses.fold`): one person, one address; empty once erased."""
    name: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[Language | None] = mapped_column(String(2))
    password_digest: Mapped[str | None] = mapped_column(Text)
    """argon2id; nothing for who signs in by mail link or passkey only."""
    totp_secret: Mapped[str | None] = mapped_column(Text)
    """Encrypted; a second factor by time-based code (RFC 6238)."""
    totp_confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When a first code was given: before that, the factor is asked of nobody."""
    totp_last_step: Mapped[int | None]
    """The last step accepted, so that a code works once."""
    created_at: Mapped[datetime] = mapped_column(Instant)
    signed_in_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)
    bounced_at: Mapped[datetime | None] = mapped_column(Instant)
    """When a letter to the address last came back."""
    erased_at: Mapped[datetime | None] = mapped_column(Instant)
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    """Made by the demonstration: refused in production."""

    memberships: Mapped[list["Membership"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, back_populates="user"
    )
    rights: Mapped[list["AssociationRight"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, lazy="selectin"
    )
    passkeys: Mapped[list["Passkey"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    recovery_codes: Mapped[list["RecoveryCode"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def may_sign_in(self) -> bool:
        """Whether the account is neither disabled nor erased."""
        return self.disabled_at is None and self.erased_at is None

    @property
    def has_totp(self) -> bool:
        """Whether codes are asked for."""
        return self.totp_confirmed_at is not None


class Membership(Door, Model):
    """A person in a museum's team, with a role."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("user_id", "museum_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    role: Mapped[MuseumRole] = mapped_column(_words(MuseumRole))
    since: Mapped[datetime] = mapped_column(Instant)

    user: Mapped[User] = relationship(back_populates="memberships")


class AssociationRight(Model):
    """A right somebody holds for the association."""

    __tablename__ = "association_right"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[AssociationRole] = mapped_column(_words(AssociationRole), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant)


class Invitation(Door, Model):
    """A role offered to an address, in a museum or in the association; its link is a `Token`."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    museum_id: Mapped[int | None] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), index=True)  # type: ignore[assignment]  # empty for the association itself
    email: Mapped[str | None] = mapped_column(String(254), index=True)
    """Emptied once answered or erased: the account holds it then."""
    name: Mapped[str] = mapped_column(Text, default="")
    museum_role: Mapped[MuseumRole | None] = mapped_column(_words(MuseumRole))
    association_role: Mapped[AssociationRole | None] = mapped_column(_words(AssociationRole))
    language: Mapped[Language | None] = mapped_column(String(2))
    invited_by_id: Mapped[int | None]
    invited_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    """Moves when the letter is sent again."""
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    accepted_at: Mapped[datetime | None] = mapped_column(Instant)
    accepted_by_id: Mapped[int | None]
    refused_at: Mapped[datetime | None] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    bounced_at: Mapped[datetime | None] = mapped_column(Instant)
    renewal_asked_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody with an expired link asked for a new one."""

    @property
    def role(self) -> MuseumRole | AssociationRole:
        """The role offered."""
        role = self.museum_role or self.association_role
        if role is None:
            raise ValueError("an invitation offers a role")
        return role

    @property
    def is_pending(self) -> bool:
        """Whether nobody has answered it yet, or taken it back."""
        return not (self.accepted_at or self.refused_at or self.revoked_at)

    def has_expired(self, now: datetime) -> bool:
        """Return whether its link no longer works."""
        return now >= self.expires_at


class Purpose(enum.StrEnum):
    """What a secret sent in a letter is for."""

    INVITATION = "invitation"
    SIGN_IN = "sign_in"
    PASSWORD = "password"  # noqa: S105 - the name of a purpose
    ADDRESS = "address"
    """Confirms a new address of an account."""
    CONFIRMATION = "confirmation"
    """Says that a block of a museum is still right, without signing in."""


class Token(Model):
    """A secret sent in a letter: kept as a digest, works once, then says that it has."""

    __tablename__ = "token"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    purpose: Mapped[Purpose] = mapped_column(_words(Purpose))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    invitation_id: Mapped[int | None] = mapped_column(
        ForeignKey("invitation.id", ondelete="CASCADE"), index=True
    )
    email: Mapped[str | None] = mapped_column(String(254))
    """The address to confirm; the letter went there."""
    target: Mapped[str | None] = mapped_column(Text)
    """Where the person was going."""
    made_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class UserSession(Model):
    """A signed-in browser: one row, and one DELETE ends it."""

    __tablename__ = "user_session"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Of the cookie's secret: reading the table opens nothing."""
    number: Mapped[str] = mapped_column(String(16), unique=True)
    """What the person's own list calls it."""
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    made_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    is_remembered: Mapped[bool] = mapped_column(default=False)
    """“Rester connecté”."""
    is_complete: Mapped[bool] = mapped_column(default=True)
    """Not while a second factor is still to be given: such a session opens nothing."""
    has_second_factor: Mapped[bool] = mapped_column(default=False)
    browser: Mapped[str | None] = mapped_column(String(80))
    """“Firefox, Linux”: enough to recognise one's own."""
    network: Mapped[str | None] = mapped_column(String(60))
    """The address without its last part."""


class Passkey(Model):
    """A key that signs in by itself (WebAuthn level 3)."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class RecoveryCode(Model):
    """A code on paper for who has lost the second factor; works once."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class SignInFailure(Model):
    """A failed sign-in, counted by the digests of the address written and of the network it came from."""

    __tablename__ = "sign_in_failure"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(64), index=True)
    origin: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


class Erasure(Model):
    """A person erased: a restore of an older backup erases them again."""

    __tablename__ = "erasure"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    erased_at: Mapped[datetime] = mapped_column(Instant)
