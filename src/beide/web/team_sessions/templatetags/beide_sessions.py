"""Words and tensions of a session in templates."""

from dataclasses import dataclass

from django import template

from beide import reflect
from beide.text import Text
from beide.web.team_sessions import access
from beide.web.team_sessions.models import Session, Topic
from beide.web.team_sessions.snapshot import Differs

register = template.Library()


@register.filter
def topic_now(session: Session) -> Topic | None:
    """Return what is on the table."""
    return access.topic_at(session, session.place)


@register.filter
def clock(seconds: int | None) -> str:
    """Return a time as minutes and seconds."""
    if seconds is None:
        return ""
    return f"{seconds // 60}:{seconds % 60:02d}"


@dataclass(frozen=True, slots=True)
class Share:
    """One of the five answers, and how many give it, as a percentage."""

    label: Text
    percent: int


@register.filter
def answers(differs: Differs) -> list[Share]:
    """Lay the words of the five answers beside how often they are given."""
    labels = reflect.answer_labels()
    return [Share(label, share) for label, share in zip(labels, differs.answers, strict=True)]


@register.filter
def along(percent: int) -> str:
    """Return where a percentage lies on a line of 200 that begins at 4."""
    return str(4 + 2 * percent)


@register.filter
def until(low: int, high: int) -> str:
    """Return how long the stretch between two percentages is on that line."""
    return str(2 * (high - low))
