"""The roles people hold: in a museum, and in the association. Their names never move (the contract)."""

import enum


class MuseumRole(enum.StrEnum):
    """What somebody may do in one museum; each role holds all that the next one does."""

    MANAGER = "manager"
    """Everything of the museum, and its team."""
    EDITOR = "editor"
    """Edits and publishes."""
    CONTRIBUTOR = "contributor"
    """Writes drafts and submits them."""


class AssociationRole(enum.StrEnum):
    """What somebody may do for the association, in any museum."""

    ADMIN = "admin"
    """Everything."""
    MODERATOR = "moderator"
    """Reviews, and edits on behalf of museums."""
    TRANSLATOR = "translator"
    """The Occitan side of any museum."""
    PARTNER = "partner"
    """Reads reports."""


Role = MuseumRole | AssociationRole
