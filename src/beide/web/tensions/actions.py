"""What can be done with a tension."""

from django.db import transaction
from django.utils import timezone

from beide.change import Fit, Form, Origin
from beide.web.organisation.models import Membership, Organisation
from beide.web.tensions.models import Choice, Outcome, Recognition, Shared, Sure, Tension


@transaction.atomic
def bring(
    *,
    organisation: Organisation,
    author: Membership | None,
    what: str,
    meanwhile: str,
    origin: Origin,
    fits: Fit,
) -> Tension:
    """Bring in a tension. Without an author, nothing that is stored says who it was."""
    return Tension.objects.create(
        organisation=organisation,
        author=author,
        what=what,
        meanwhile=meanwhile,
        origin=origin.value,
        fits=fits.value,
    )


@transaction.atomic
def edit(*, tension: Tension, what: str, meanwhile: str, origin: Origin, fits: Fit) -> Tension:
    """Change the words. The earlier ones are gone: someone may have removed a name."""
    tension.what, tension.meanwhile = what, meanwhile
    tension.origin, tension.fits = origin.value, fits.value
    tension.save(update_fields=["what", "meanwhile", "origin", "fits"])
    return tension


@transaction.atomic
def withdraw(*, tension: Tension) -> Tension:
    """Take a tension away from everyone's sight."""
    tension.withdrawn = timezone.localdate()
    tension.save(update_fields=["withdrawn"])
    return tension


@transaction.atomic
def bring_back(*, tension: Tension) -> Tension:
    """Undo a withdrawal."""
    tension.withdrawn = None
    tension.save(update_fields=["withdrawn"])
    return tension


@transaction.atomic
def recognise(*, tension: Tension, membership: Membership) -> Recognition:
    """Say to recognise it; saying it twice changes nothing."""
    return Recognition.objects.get_or_create(tension=tension, membership=membership)[0]


@transaction.atomic
def recognise_no_longer(*, tension: Tension, membership: Membership) -> None:
    """Take "I recognise this" back."""
    Recognition.objects.filter(tension=tension, membership=membership).delete()


@transaction.atomic
def choose(
    *, tension: Tension, configuration_changes: bool, paradigm_shifts: bool, why: str = ""
) -> Choice:
    """Choose the form of change from the two answers. Earlier choices stay."""
    return Choice.objects.create(
        tension=tension,
        configuration_changes=configuration_changes,
        paradigm_shifts=paradigm_shifts,
        why=why,
    )


@transaction.atomic
def undo_choice(*, choice: Choice) -> bool:
    """Take a choice back on the day it was made, unless someone has chosen since."""
    latest = Choice.objects.filter(tension=choice.tension_id).order_by("-pk").first()
    if latest != choice or choice.on != timezone.localdate():
        return False
    choice.delete()
    return True


@transaction.atomic
def record_outcome(
    *,
    tension: Tension,
    form: Form | None,
    sure: Sure,
    shared: Shared | None,
    decided: str,
    first_step: str = "",
    who: str = "",
    why: str = "",
) -> Outcome:
    """Keep what a team decided. A form is a choice too; without one, earlier choices stand."""
    chosen = None
    if form is not None:
        chosen = choose(
            tension=tension,
            configuration_changes=form.configuration_changes,
            paradigm_shifts=form.paradigm_shifts,
            why=why,
        )
    return Outcome.objects.create(
        tension=tension,
        choice=chosen,
        form=form.value if form else "",
        sure=sure.value,
        shared=shared.value if shared else "",
        decided=decided,
        first_step=first_step,
        who=who,
        why=why,
    )


@transaction.atomic
def undo_outcome(*, outcome: Outcome) -> bool:
    """Take an outcome back with its choice, on its own day and unless a later one was recorded."""
    latest = Outcome.objects.filter(tension=outcome.tension_id).order_by("-pk").first()
    if latest != outcome or outcome.on != timezone.localdate():
        return False
    if outcome.choice is not None:
        outcome.choice.delete()
    outcome.delete()
    return True
