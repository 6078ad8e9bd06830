"""What can be done with an initiative in either mode."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.change import Form
from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Happening, Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.tensions.models import Tension

STARTED, MOVED, STOPPED, RESUMED, CHANGED = "started", "moved", "stopped", "resumed", "changed"


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    form: Form,
    title: str,
    about: str = "",
    tension: Tension | None = None,
    team: Team | None = None,
    promise: Promise | None = None,
) -> Initiative:
    """Start an initiative in the first stage of its mode's rhythm."""
    first = form.mode.rhythm.stages[0]
    initiative = Initiative.objects.create(
        organisation=organisation,
        form=form.value,
        title=title,
        about=about,
        tension=tension,
        team=team,
        promise=promise,
        stage=str(first),
    )
    record(initiative, kind=STARTED, after=str(first))
    return initiative


@transaction.atomic
def change(
    *, initiative: Initiative, title: str, about: str, team: Team | None, promise: Promise | None
) -> None:
    """Change what an initiative is called, is about, and serves."""
    initiative.title, initiative.about = title, about
    initiative.team, initiative.promise = team, promise
    initiative.save(update_fields=["title", "about", "team", "promise"])


@transaction.atomic
def move(*, initiative: Initiative, stage: str) -> Happening | None:
    """Move to a stage; returns what happened, with which it can be undone."""
    before = initiative.stage
    if before == stage:
        return None
    initiative.stage = stage
    initiative.save(update_fields=["stage"])
    return record(initiative, kind=MOVED, before=before, after=stage)


@transaction.atomic
def undo_move(*, initiative: Initiative, happening: Happening) -> bool:
    """Take a move back, unless the initiative has moved on since."""
    later = Happening.objects.filter(initiative=initiative, kind=MOVED, pk__gt=happening.pk)
    if happening.kind != MOVED or initiative.stage != happening.after or later.exists():
        return False
    initiative.stage = happening.before
    initiative.save(update_fields=["stage"])
    happening.delete()
    return True


@transaction.atomic
def stop(*, initiative: Initiative, why: str) -> Happening:
    """Stop carrying an initiative, with the reason."""
    initiative.stopped = timezone.localdate()
    initiative.why_stopped = why
    initiative.save(update_fields=["stopped", "why_stopped"])
    return record(initiative, kind=STOPPED, after=why)


@transaction.atomic
def resume(*, initiative: Initiative) -> Happening:
    """Carry a stopped initiative again."""
    why, stopped = initiative.why_stopped, initiative.stopped
    initiative.stopped = None
    initiative.why_stopped = ""
    initiative.save(update_fields=["stopped", "why_stopped"])
    return record(
        initiative, kind=RESUMED, before=why, after=stopped.isoformat() if stopped else ""
    )


@transaction.atomic
def undo_stop(*, initiative: Initiative, happening: Happening) -> bool:
    """Take a stop back, unless something else happened since."""
    if happening.kind != STOPPED or not is_latest(happening):
        return False
    initiative.stopped = None
    initiative.why_stopped = ""
    initiative.save(update_fields=["stopped", "why_stopped"])
    happening.delete()
    return True


@transaction.atomic
def undo_resume(*, initiative: Initiative, happening: Happening) -> bool:
    """Let a resumed initiative be stopped as it was, unless something else happened since."""
    if happening.kind != RESUMED or not is_latest(happening) or not happening.after:
        return False
    initiative.stopped = date.fromisoformat(happening.after)
    initiative.why_stopped = happening.before
    initiative.save(update_fields=["stopped", "why_stopped"])
    happening.delete()
    return True


def undo(*, initiative: Initiative, happening: Happening) -> bool:
    """Take a move, a stop or a resumption back; tells whether it could be done."""
    return any(
        verb(initiative=initiative, happening=happening)
        for verb in (undo_move, undo_stop, undo_resume)
    )


def is_latest(happening: Happening) -> bool:
    """Tell whether nothing was recorded after this."""
    return not Happening.objects.filter(
        initiative=happening.initiative_id, pk__gt=happening.pk
    ).exists()


def record(initiative: Initiative, *, kind: str, before: str = "", after: str = "") -> Happening:
    """Keep what happened."""
    return Happening.objects.create(initiative=initiative, kind=kind, before=before, after=after)
