"""What a guide counted from cards."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from beide.web.team_sessions import access
from beide.web.team_sessions.actions.changing import changed
from beide.web.team_sessions.models import Round, Session


@transaction.atomic
def enter_counts(
    *,
    session: Session,
    round: Round,  # noqa: A002 - the glossary's word
    people: int,
    counts: Mapping[str, Sequence[int]],
) -> bool:
    """Keep how often each answer was given to each statement, until its picture was shown."""
    current = access.session_to_change(session.pk)
    round.refresh_from_db(fields=["shown"])
    if current.closed or round.shown is not None:
        return False
    round.counts = {"people": people, "statements": {key: list(row) for key, row in counts.items()}}
    round.save(update_fields=["counts"])
    changed(current)
    return True
