"""What can be done with barriers and wins."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from beide.web.effects.models import Plan
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation
from beide.web.wins.models import Barrier, Win


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people tell of a win, and on what it rests."""

    title: str
    happened: date
    words: str = ""
    initiative: Initiative | None = None
    plan: Plan | None = None
    quote: str = ""
    quoted_from: str = ""
    photo: ContentFile[bytes] | None = None
    photo_shows: str = ""


@transaction.atomic
def win(*, organisation: Organisation, told: Told, barrier: Barrier | None = None) -> Win:
    """Write down something that went well."""
    made = Win(organisation=organisation, barrier=barrier)
    _tell(made, told)
    made.save()
    return made


@transaction.atomic
def retell(*, win: Win, told: Told, without_photo: bool = False) -> None:
    """Change what a win tells; a photo that is replaced or taken away is gone."""
    earlier = win.photo.name
    if without_photo and told.photo is None:
        win.photo = ""
    _tell(win, told)
    win.save()
    if earlier and earlier != win.photo.name:
        transaction.on_commit(partial(win.photo.storage.delete, earlier))


def _tell(win: Win, told: Told) -> None:
    win.title, win.words, win.happened = told.title, told.words, told.happened
    win.initiative, win.plan = told.initiative, told.plan
    win.quote, win.quoted_from = told.quote, told.quoted_from
    if told.photo is not None:
        win.photo.save("photo.jpg", told.photo, save=False)
    win.photo_shows = told.photo_shows if win.photo else ""


@transaction.atomic
def withdraw(*, win: Win) -> None:
    """Take a win off every page."""
    win.withdrawn = timezone.localdate()
    win.save(update_fields=["withdrawn"])


@transaction.atomic
def put_back(*, win: Win) -> None:
    """Show a win again."""
    win.withdrawn = None
    win.save(update_fields=["withdrawn"])


@transaction.atomic
def celebrate(*, win: Win) -> None:
    """Count that someone says thanks. Who it was is kept nowhere."""
    Win.objects.filter(pk=win.pk).update(celebrated=F("celebrated") + 1)


@transaction.atomic
def uncelebrate(*, win: Win) -> None:
    """Count one less."""
    Win.objects.filter(pk=win.pk, celebrated__gt=0).update(celebrated=F("celebrated") - 1)


@transaction.atomic
def name_barrier(
    *,
    organisation: Organisation,
    what: str,
    initiative: Initiative | None = None,
    who_can: str = "",
    stands_since: date | None = None,
) -> Barrier:
    """Say what is in the way."""
    return Barrier.objects.create(
        organisation=organisation,
        what=what,
        initiative=initiative,
        who_can=who_can,
        stands_since=stands_since or timezone.localdate(),
    )


@transaction.atomic
def reword_barrier(
    *,
    barrier: Barrier,
    what: str,
    initiative: Initiative | None,
    who_can: str,
    stands_since: date,
) -> None:
    """Say differently what is in the way, of what, and who can take it away."""
    barrier.what, barrier.initiative = what, initiative
    barrier.who_can, barrier.stands_since = who_can, stands_since
    barrier.save(update_fields=["what", "initiative", "who_can", "stands_since"])


@transaction.atomic
def remove_barrier(*, barrier: Barrier, how: str, title: str, on: date) -> Win:
    """Take a barrier away; that is a win, by the same action."""
    barrier.removed_on, barrier.how = on, how
    barrier.save(update_fields=["removed_on", "how"])
    told = Told(title=title, words=how, happened=on, initiative=barrier.initiative)
    return win(organisation=barrier.organisation, told=told, barrier=barrier)


@transaction.atomic
def stand_again(*, barrier: Barrier) -> None:
    """Let a barrier stand again; the win it became goes off the pages."""
    barrier.removed_on, barrier.how = None, ""
    barrier.save(update_fields=["removed_on", "how"])
    barrier.wins.filter(withdrawn=None).update(withdrawn=timezone.localdate())


@transaction.atomic
def withdraw_barrier(*, barrier: Barrier) -> None:
    """Take a barrier off every page, as something written down by mistake."""
    barrier.withdrawn = timezone.localdate()
    barrier.save(update_fields=["withdrawn"])


@transaction.atomic
def put_back_barrier(*, barrier: Barrier) -> None:
    """Show a barrier again."""
    barrier.withdrawn = None
    barrier.save(update_fields=["withdrawn"])
