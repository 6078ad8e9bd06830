"""What can be done with an initiative of the hierarchy."""

from datetime import date

from django.db import transaction

from beide.change import Form
from beide.web.evidence.models import Promise
from beide.web.hierarchy.access import carrying_of
from beide.web.hierarchy.frames import Frame, frame_of, read, written
from beide.web.hierarchy.models import Carrying, Look
from beide.web.hierarchy.stages import HELD
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Happening, Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.tensions.models import Tension


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    form: Form,
    title: str,
    owner_role: str,
    about: str = "",
    tension: Tension | None = None,
    team: Team | None = None,
    promise: Promise | None = None,
    held_when: str = "",
    look_on: date | None = None,
) -> Initiative:
    """Start an improvement or renewal, with who owns it and how we will see that it holds."""
    initiative = initiatives.start(
        organisation=organisation,
        form=form,
        title=title,
        about=about,
        tension=tension,
        team=team,
        promise=promise,
    )
    Carrying.objects.create(
        initiative=initiative, owner_role=owner_role, held_when=held_when, look_on=look_on
    )
    return initiative


@transaction.atomic
def change(*, initiative: Initiative, frame: Frame) -> Happening | None:
    """Change what an initiative is about; returns what happened, with which it can be undone."""
    before = frame_of(initiative)
    if before == frame:
        return None
    _put(initiative, frame)
    return initiatives.record(initiative, kind=initiatives.CHANGED, before=written(before))


@transaction.atomic
def undo_change(*, initiative: Initiative, happening: Happening) -> bool:
    """Put the earlier frame back, unless something else happened since."""
    if happening.kind != initiatives.CHANGED or not initiatives.is_latest(happening):
        return False
    _put(initiative, read(happening.before, initiative))
    happening.delete()
    return True


def _put(initiative: Initiative, frame: Frame) -> None:
    initiatives.change(
        initiative=initiative,
        title=frame.title,
        about=frame.about,
        team=frame.team,
        promise=frame.promise,
    )
    carrying = carrying_of(initiative)
    carrying.owner_role = frame.owner_role
    carrying.held_when, carrying.look_on = frame.held_when, frame.look_on
    carrying.save()


@transaction.atomic
def look(
    *, initiative: Initiative, held: bool, saw: str, back_to: str = "", look_on: date | None = None
) -> Look:
    """Record what we saw. What holds is held; what does not may go back to a stage."""
    carrying = carrying_of(initiative)
    stage = HELD if held else back_to
    moved = initiatives.move(initiative=initiative, stage=stage) if stage else None
    seen = Look.objects.create(
        initiative=initiative, held=held, saw=saw, move=moved, was_due=carrying.look_on
    )
    carrying.look_on = look_on
    carrying.save()
    return seen


@transaction.atomic
def undo_look(*, look: Look) -> bool:
    """Take a look back, with its move, unless someone looked or moved it since."""
    initiative, moved = look.initiative, look.move
    if Look.objects.filter(initiative=initiative, pk__gt=look.pk).exists():
        return False
    if moved and not initiatives.undo_move(initiative=initiative, happening=moved):
        return False
    carrying = carrying_of(initiative)
    carrying.look_on = look.was_due
    carrying.save()
    look.delete()
    return True
