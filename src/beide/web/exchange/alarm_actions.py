"""What can be done about an alarm. Every answer is kept, and can be taken back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.web.effects.models import Plan
from beide.web.exchange.models import AlarmAnswer
from beide.web.organisation.models import Organisation, Team


@transaction.atomic
def answer_alarm(
    *,
    organisation: Organisation,
    way: str,
    words: str,
    until: date,
    plan: Plan | None = None,
    team: Team | None = None,
) -> AlarmAnswer:
    """Say what is tried about an alarm, or why it is put aside; it is quiet until that day."""
    return AlarmAnswer.objects.create(
        organisation=organisation, plan=plan, team=team, way=way, words=words, until=until
    )


@transaction.atomic
def take_back_answer(*, answer: AlarmAnswer) -> None:
    """Take an answer back, so that the alarm sounds again."""
    answer.taken_back = timezone.localdate()
    answer.save(update_fields=["taken_back"])


@transaction.atomic
def put_back_answer(*, answer: AlarmAnswer) -> None:
    """Let an answer that was taken back stand again."""
    answer.taken_back = None
    answer.save(update_fields=["taken_back"])
