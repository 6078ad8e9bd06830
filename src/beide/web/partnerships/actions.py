"""What can be done with partners and with conversations about readiness."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.web.network.models import Experiment
from beide.web.organisation.models import Organisation, Team
from beide.web.partnerships.models import (
    Conversation,
    Meeting,
    Partner,
    Reply,
    Stage,
    Step,
    Together,
)


@transaction.atomic
def meet(*, organisation: Organisation, **about: object) -> Partner:
    """Write down a partner; ``about`` holds the fields of the form."""
    return Partner.objects.create(organisation=organisation, **about)


@transaction.atomic
def change(*, partner: Partner, **about: object) -> None:
    """Change what is said of a partner; where the relation is changes by a step."""
    for name, value in about.items():
        setattr(partner, name, value)
    partner.save(update_fields=list(about))


@transaction.atomic
def withdraw(*, partner: Partner, withdrawn: bool = True) -> None:
    """Take a partner off every page, or put them back."""
    partner.withdrawn = timezone.localdate() if withdrawn else None
    partner.save(update_fields=["withdrawn"])


@transaction.atomic
def step(*, partner: Partner, stage: Stage, why: str = "", on: date | None = None) -> Step | None:
    """Bring the relation to another stage; nothing when it is there already."""
    before = Stage(partner.stage)
    if before is stage:
        return None
    partner.stage = stage
    partner.save(update_fields=["stage"])
    return partner.steps.create(before=before, after=stage, why=why, on=on or timezone.localdate())


@transaction.atomic
def step_back(*, step: Step) -> bool:
    """Take a step back, unless the relation has moved on since."""
    partner = step.partner
    if partner.steps.filter(pk__gt=step.pk).exists():
        return False
    partner.stage = step.before
    partner.save(update_fields=["stage"])
    step.delete()
    return True


@transaction.atomic
def try_together(*, partner: Partner, experiment: Experiment) -> Together:
    """Say that an experiment is done with this partner."""
    made, _new = Together.objects.get_or_create(partner=partner, experiment=experiment)
    return made


@transaction.atomic
def not_together(*, partner: Partner, experiment: Experiment) -> None:
    """Say that an experiment is not done with this partner."""
    Together.objects.filter(partner=partner, experiment=experiment).delete()


@transaction.atomic
def note_meeting(*, partner: Partner, on: date, said: str) -> Meeting:
    """Keep what was said when one met."""
    return partner.meetings.create(on=on, said=said)


@transaction.atomic
def withdraw_meeting(*, meeting: Meeting, withdrawn: bool = True) -> None:
    """Take the notes of a meeting away, or put them back."""
    meeting.withdrawn = timezone.localdate() if withdrawn else None
    meeting.save(update_fields=["withdrawn"])


@transaction.atomic
def talk(
    *,
    organisation: Organisation,
    team: Team | None,
    on: date,
    replies: Mapping[str, tuple[str, str]],
) -> Conversation:
    """Keep what a team said together: for each question how ready, and the words with it."""
    made = Conversation.objects.create(organisation=organisation, team=team, on=on)
    Reply.objects.bulk_create(
        Reply(conversation=made, question=question, ready=ready, words=words)
        for question, (ready, words) in replies.items()
    )
    return made


@transaction.atomic
def withdraw_conversation(*, conversation: Conversation, withdrawn: bool = True) -> None:
    """Take a conversation off the pages, or put it back."""
    conversation.withdrawn = timezone.localdate() if withdrawn else None
    conversation.save(update_fields=["withdrawn"])
