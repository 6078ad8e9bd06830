"""Keep what a guide changed, and say so to everyone who follows the session."""

from datetime import datetime, timedelta

from django.utils import timezone

from beide.web.team_sessions.models import Session
from beide.web.team_sessions.telling import tell


def changed(session: Session, *fields: str) -> None:
    """Keep these fields, under a next version."""
    session.version += 1
    session.save(update_fields=[*fields, "version"])
    tell(session, at_once=True)


def in_minutes(minutes: float) -> datetime | None:
    """Return when this many minutes are over; None when there is no time to keep."""
    return timezone.now() + timedelta(minutes=minutes) if minutes else None
