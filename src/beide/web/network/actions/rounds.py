"""Starting a loop, and walking it round by round."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from beide.change import Form, Mode
from beide.web.evidence.models import Promise
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from beide.web.network.access import current_round
from beide.web.network.models import Round
from beide.web.organisation.models import Organisation, Team
from beide.web.tensions.models import Tension

ASKED, CLOSED, ENDED = "asked", "closed", "ended"
FIRST = str(Mode.NETWORK.rhythm.stages[0])
LAST = str(Mode.NETWORK.rhythm.stages[-1])


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    form: Form,
    title: str,
    question: str,
    about: str = "",
    tension: Tension | None = None,
    team: Team | None = None,
    promise: Promise | None = None,
) -> Initiative:
    """Start exploring: an initiative with its first round, around a question."""
    initiative = initiatives.start(
        organisation=organisation,
        form=form,
        title=title,
        about=about,
        tension=tension,
        team=team,
        promise=promise,
    )
    Round.objects.create(initiative=initiative, number=1, question=question)
    return initiative


@transaction.atomic
def change_frame(
    *,
    initiative: Initiative,
    title: str,
    question: str,
    about: str,
    team: Team | None,
    promise: Promise | None,
) -> None:
    """Change the name, the question of this round, and what it is about and protects."""
    initiatives.change(initiative=initiative, title=title, about=about, team=team, promise=promise)
    round_ = current_round(initiative)
    if round_ and round_.question != question:
        initiatives.record(initiative, kind=ASKED, before=round_.question, after=question)
        round_.question = question
        round_.save(update_fields=["question"])


@transaction.atomic
def close_round(*, round_: Round, learnt: str) -> None:
    """Close a round with what it taught."""
    round_.learnt, round_.ended = learnt, timezone.localdate()
    round_.save(update_fields=["learnt", "ended"])
    initiatives.record(round_.initiative, kind=CLOSED, after=str(round_.number))


@transaction.atomic
def open_next(*, initiative: Initiative, question: str) -> Round:
    """Open the round after the last one, and explore again."""
    last = initiative.rounds.order_by("number").last()
    number = last.number + 1 if last else 1
    set_stage(initiative, FIRST)
    return Round.objects.create(initiative=initiative, number=number, question=question)


@transaction.atomic
def end(*, initiative: Initiative) -> None:
    """Let an initiative rest after its last round."""
    initiative.stopped = timezone.localdate()
    initiative.save(update_fields=["stopped"])
    initiatives.record(initiative, kind=ENDED)


@transaction.atomic
def reopen_round(*, round_: Round) -> bool:
    """Take the closing of a round back, unless the next one has been worked in."""
    initiative = round_.initiative
    later = initiative.rounds.filter(number__gt=round_.number)
    if round_.ended is None or not is_untouched(initiative, later):
        return False
    later.delete()
    round_.ended = None
    round_.save(update_fields=["ended"])
    initiative.happenings.filter(kind=CLOSED, after=str(round_.number)).delete()
    if initiative.stopped:
        initiative.stopped = None
        initiative.save(update_fields=["stopped"])
        forget_last(initiative, kind=ENDED)
    set_stage(initiative, LAST)
    return True


def forget_last(initiative: Initiative, *, kind: str) -> None:
    """Take the last happening of a kind out of the history."""
    for happening in initiative.happenings.filter(kind=kind).order_by("-pk")[:1]:
        happening.delete()


def is_untouched(initiative: Initiative, later: QuerySet[Round]) -> bool:
    """Tell whether nothing has been done since a round closed."""
    if not later:
        return initiative.stopped is not None
    fresh = all(not next_.ended and not next_.experiments.exists() for next_ in later)
    return fresh and initiative.stage == FIRST and initiative.stopped is None


@transaction.atomic
def explore_again(*, initiative: Initiative, question: str) -> Round:
    """Take an ended initiative up again, with a new round."""
    initiatives.resume(initiative=initiative)
    return open_next(initiative=initiative, question=question)


@transaction.atomic
def rest_again(*, round_: Round) -> bool:
    """Take it back that an ended initiative was taken up again, unless the round was worked in."""
    initiative = round_.initiative
    resumed = initiative.happenings.filter(kind=initiatives.RESUMED).order_by("-pk").first()
    later = initiative.rounds.filter(number__gte=round_.number)
    if resumed is None or round_.number == 1 or not is_untouched(initiative, later):
        return False
    if not initiatives.undo_resume(initiative=initiative, happening=resumed):
        return False
    later.delete()
    set_stage(initiative, LAST)
    return True


def set_stage(initiative: Initiative, stage: str) -> None:
    """Set the stage that follows from opening or reopening a round."""
    initiative.stage = stage
    initiative.save(update_fields=["stage"])
