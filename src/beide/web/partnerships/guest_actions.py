"""Letting people from outside in to one initiative, and out again."""

import secrets
from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.web.accounts.models import Person
from beide.web.initiatives.models import Initiative
from beide.web.organisation.access import hash_of
from beide.web.partnerships.models import Guest, Partner, Sighting


@transaction.atomic
def invite(
    *, initiative: Initiative, email: str, until: date, partner: Partner | None = None
) -> tuple[Guest, str]:
    """Invite someone; the secret of the link is returned once and only its hash is stored."""
    token = secrets.token_urlsafe(32)
    guest = Guest.objects.create(
        organisation=initiative.organisation,
        initiative=initiative,
        partner=partner,
        email=email.lower(),
        until=until,
        token_hash=hash_of(token),
    )
    return guest, token


@transaction.atomic
def come_in(*, guest: Guest, person: Person) -> bool:
    """Take the place that an invitation gives; a link is for one person."""
    taken = Guest.objects.filter(pk=guest.pk, person=None).update(person=person)
    if taken:
        guest.person = person
    return bool(taken)


@transaction.atomic
def let_out(*, guest: Guest) -> None:
    """Close the door for a guest, at once."""
    guest.let_out = timezone.localdate()
    guest.save(update_fields=["let_out"])


@transaction.atomic
def let_in_again(*, guest: Guest) -> None:
    """Open the door again, until the same day."""
    guest.let_out = None
    guest.save(update_fields=["let_out"])


@transaction.atomic
def say(*, guest: Guest, words: str) -> Sighting:
    """Write down what a guest sees."""
    return guest.sightings.create(words=words)


@transaction.atomic
def unsay(*, sighting: Sighting, withdrawn: bool = True) -> None:
    """Take a guest's words away, or put them back."""
    sighting.withdrawn = timezone.localdate() if withdrawn else None
    sighting.save(update_fields=["withdrawn"])
