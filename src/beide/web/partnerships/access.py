"""The only way to partners, guests and conversations about readiness. Outsiders get 404."""

from datetime import date
from typing import NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.network.access import access_experiment, access_loop, may_carry
from beide.web.network.models import Experiment
from beide.web.organisation.models import Membership, Organisation
from beide.web.partnerships.models import (
    Conversation,
    Guest,
    Meeting,
    Partner,
    Reply,
    Sighting,
    Step,
)

Account = AbstractBaseUser | AnonymousUser


class Place(NamedTuple):
    """Where someone from outside is let in, and until when."""

    organisation: Organisation
    initiative: Initiative
    until: date


def partners_of(organisation: Organisation | int) -> QuerySet[Partner]:
    """Return the partners of an organisation by name, with how many experiments one did."""
    standing = Q(experiments__removed=None)
    return Partner.objects.filter(organisation=organisation, withdrawn=None).annotate(
        tried=Count("experiments", filter=standing, distinct=True)
    )


def access_partner(*, membership: Membership, pk: int, withdrawn: bool = False) -> Partner:
    """Return a partner of the member's organisation."""
    found = Partner.objects.filter(
        organisation=membership.organisation_id, withdrawn__isnull=not withdrawn, pk=pk
    ).first()
    if found is None:
        raise Http404
    return found


def access_step(*, partner: Partner, pk: int) -> Step:
    """Return a step of this relation."""
    found = partner.steps.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def access_meeting(*, membership: Membership, pk: int, withdrawn: bool = False) -> Meeting:
    """Return notes of a meeting with a partner of the member's organisation."""
    found = (
        Meeting.objects.filter(
            partner__organisation=membership.organisation_id,
            withdrawn__isnull=not withdrawn,
            pk=pk,
        )
        .select_related("partner")
        .first()
    )
    if found is None:
        raise Http404
    return found


def experiments_of(organisation: Organisation) -> QuerySet[Experiment]:
    """Return the experiments that can be done with a partner."""
    return Experiment.objects.filter(initiative__organisation=organisation).select_related(
        "initiative"
    )


def experiment_in(*, membership: Membership, pk: int) -> Experiment:
    """Return an experiment of the member's organisation."""
    return access_experiment(membership=membership, pk=pk)


def to_invite_for(*, membership: Membership, pk: int) -> Initiative:
    """Return an initiative of the network of the member's organisation."""
    return access_loop(membership=membership, pk=pk)


def may_let_in(membership: Membership, initiative: Initiative) -> bool:
    """Tell who lets guests in and out: those who carry the initiative."""
    return may_carry(membership, initiative)


def guests_of(organisation: Organisation | int) -> QuerySet[Guest]:
    """Return everyone from outside who was ever let in, with what they saw."""
    seen = Prefetch("sightings", Sighting.objects.filter(withdrawn=None), "seen")
    return (
        Guest.objects.filter(organisation=organisation)
        .select_related("initiative", "partner", "person")
        .prefetch_related(seen)
    )


def access_guest(*, membership: Membership, pk: int) -> Guest:
    """Return a guest of the member's organisation."""
    found = guests_of(membership.organisation_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def let_in(account: Account) -> QuerySet[Guest]:
    """Return the places where someone is a guest today."""
    return Guest.objects.filter(
        person=account.pk,
        person__isnull=False,
        let_out=None,
        until__gte=timezone.localdate(),
    ).select_related("organisation", "initiative")


def guest_initiatives(account: Account) -> list[Place]:
    """Return where someone is a guest today: the organisation, the initiative and until when."""
    return [Place(each.organisation, each.initiative, each.until) for each in let_in(account)]


def is_guest(account: Account, initiative: Initiative) -> bool:
    """Tell whether someone is a guest of this initiative now, and was not let out."""
    return let_in(account).filter(initiative=initiative).exists()


def guest_at(*, account: Account, slug: str, initiative: int) -> Guest:
    """Return someone's own place as a guest; whoever has none there finds nothing."""
    found = (
        let_in(account).filter(organisation__slug=slug, initiative=initiative).order_by("-until")
    ).first()
    if found is None:
        raise Http404
    return found


def guest_with(token_hash: str) -> Guest | None:
    """Return the guest to whom a link was given, whether it still works or not."""
    return (
        Guest.objects.filter(token_hash=token_hash)
        .select_related("organisation", "initiative")
        .first()
    )


def own_sighting(*, guest: Guest, pk: int, withdrawn: bool = False) -> Sighting:
    """Return what this guest wrote."""
    found = guest.sightings.filter(pk=pk, withdrawn__isnull=not withdrawn).first()
    if found is None:
        raise Http404
    return found


def conversations_of(organisation: Organisation | int) -> QuerySet[Conversation]:
    """Return the conversations about readiness, the latest first, with what was said."""
    return (
        Conversation.objects.filter(organisation=organisation, withdrawn=None)
        .select_related("team")
        .prefetch_related("replies")
    )


def access_conversation(
    *, membership: Membership, pk: int, withdrawn: bool = False
) -> Conversation:
    """Return a conversation about readiness of the member's organisation."""
    found = (
        Conversation.objects.filter(
            organisation=membership.organisation_id, withdrawn__isnull=not withdrawn, pk=pk
        )
        .select_related("team")
        .prefetch_related("replies")
        .first()
    )
    if found is None:
        raise Http404
    return found


def access_reply(*, membership: Membership, pk: int, question: str) -> Reply:
    """Return what was said on one question of a conversation."""
    conversation = access_conversation(membership=membership, pk=pk)
    for reply in conversation.replies.all():
        if reply.question == question:
            return reply
    raise Http404
