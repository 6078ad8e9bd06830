"""What a table does not take, said in a sentence."""

from django.utils.translation import gettext as _

from beide.web.tables import marks


class Refused(Exception):
    """An edit that is not stored; its text says why and what to do."""


def unreadable() -> Refused:
    """Return the refusal of bytes that are no edit."""
    return Refused(_("This edit could not be read. Reload the page and try again."))


def too_large() -> Refused:
    """Return the refusal of an edit, or a table, of too many bytes."""
    return Refused(_("This is too much for one table. Make it smaller, or begin a second table."))


def too_many(root: str) -> Refused:
    """Return the refusal of more than fits on a table."""
    if root == "links":
        said = _("A table holds at most %(most)s links. Take away a few first.")
        return Refused(said % {"most": marks.MOST_LINKS})
    said = _("A table holds at most %(most)s bricks. Take away a few, or begin a second table.")
    return Refused(said % {"most": marks.MOST_BRICKS})


def too_long(key: str, length: int) -> Refused:
    """Return the refusal of a text that is too long."""
    most = marks.LONGEST_TEXT if key == "text" else marks.LONGEST_LABEL
    said = _("This text has %(length)s characters and there is room for %(most)s. Make it shorter.")
    return Refused(said % {"length": length, "most": most})
