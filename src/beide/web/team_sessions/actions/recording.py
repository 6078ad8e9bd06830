"""Keep what the team decided about a tension, where everyone finds it: with the tension."""

from django.db import transaction

from beide.change import Form
from beide.web.team_sessions import access
from beide.web.team_sessions.actions.changing import changed
from beide.web.team_sessions.models import Topic
from beide.web.tensions import actions as tension_actions
from beide.web.tensions.models import Outcome, Shared, Sure


@transaction.atomic
def record(
    *,
    topic: Topic,
    form: Form | None,
    sure: Sure,
    shared: Shared | None,
    decided: str,
    first_step: str = "",
    who: str = "",
    why: str = "",
) -> Outcome:
    """Record an outcome; one that was recorded before in this session makes way for it."""
    session = access.session_to_change(topic.session_id)
    take_away(topic)
    topic.outcome = tension_actions.record_outcome(
        tension=topic.tension,
        form=form,
        sure=sure,
        shared=shared,
        decided=decided,
        first_step=first_step,
        who=who,
        why=why,
    )
    topic.save(update_fields=["outcome"])
    changed(session)
    return topic.outcome


@transaction.atomic
def take_back_outcome(*, topic: Topic) -> bool:
    """Take back what was recorded today; tells whether that was possible."""
    session = access.session_to_change(topic.session_id)
    if not take_away(topic):
        return False
    changed(session)
    return True


def take_away(topic: Topic) -> bool:
    """Remove the outcome of a tension on the table, as long as it is not history yet."""
    if topic.outcome is None or not tension_actions.undo_outcome(outcome=topic.outcome):
        return False
    topic.outcome = None
    topic.save(update_fields=["outcome"])
    return True
