"""The only way to an organisation's event data. Outsiders get 404."""

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from beide.web.evidence.models import Addition, Analysis, Consent, EventLog, Promise, Source
from beide.web.evidence.series import Latest, Series
from beide.web.organisation.models import Membership, Organisation


def consents_that_hold() -> QuerySet[Consent]:
    """Return every consent that was given and not withdrawn."""
    return Consent.objects.filter(withdrawn__isnull=True, on__lte=timezone.localdate())


def consent_of(organisation: Organisation) -> Consent | None:
    """Return the consent under which this organisation's event data is open."""
    return consents_that_hold().filter(organisation=organisation).first()


def consents_of(organisation: Organisation) -> QuerySet[Consent]:
    """Return every consent that was ever recorded, the latest first."""
    return Consent.objects.filter(organisation=organisation)


def access_consent(*, membership: Membership, pk: int) -> Consent:
    """Return a consent of the member's organisation."""
    found = Consent.objects.filter(organisation=membership.organisation_id, pk=pk).first()
    if found is None:
        raise Http404
    return found


def is_open(*, organisation: Organisation, generated: bool) -> bool:
    """Tell whether event data may be seen: it is generated, or there is a consent that holds."""
    return organisation.demo or generated or consent_of(organisation) is not None


def logs_of(organisation: Organisation) -> QuerySet[EventLog]:
    """Return the organisation's logs with their promises, for a list."""
    promises = Prefetch("promises", Promise.objects.order_by("pk"))
    return (
        EventLog.objects.filter(organisation=organisation)
        .select_related("job")
        .prefetch_related(promises)
    )


def access_log(*, membership: Membership, pk: int) -> EventLog:
    """Return a log of the member's organisation."""
    found = (
        EventLog.objects.filter(organisation=membership.organisation_id, pk=pk)
        .select_related("job")
        .first()
    )
    if found is None:
        raise Http404
    found.organisation = membership.organisation
    return found


def open_log(*, membership: Membership, pk: int) -> EventLog | None:
    """Return a log of the member's organisation when it is ready and may be seen."""
    found = access_log(membership=membership, pk=pk)
    opened = is_open(organisation=found.organisation, generated=found.generated)
    return found if found.is_ready and opened else None


def source_of(log: EventLog) -> Source | None:
    """Return where a log's newer exports come from, when somebody said so."""
    return Source.objects.filter(log=log).select_related("job").first()


def additions_of(log: EventLog) -> QuerySet[Addition]:
    """Return the exports that were added to a log by hand, the latest first."""
    return Addition.objects.filter(log=log).select_related("job")


def access_promise(*, membership: Membership, pk: int, removed: bool = False) -> Promise:
    """Return a promise of the member's organisation; one that was removed only when asked for."""
    every = Promise.with_removed if removed else Promise.objects
    found = (
        every.filter(organisation=membership.organisation_id, pk=pk)
        .select_related("log", "job")
        .first()
    )
    if found is None:
        raise Http404
    found.organisation = membership.organisation
    return found


def main_promise(organisation: Organisation) -> Promise | None:
    """Return the organisation's first promise, with its log, when its data may be seen."""
    consent = consents_that_hold().filter(organisation=OuterRef("organisation"))
    may_be_seen = Q(organisation__demo=True) | Q(log__generated=True) | Exists(consent)
    return (
        Promise.objects.filter(may_be_seen, organisation=organisation)
        .filter(log__state=EventLog.State.READY)
        .select_related("log")
        .order_by("pk")
        .first()
    )


def latest(promise: Promise) -> Latest | None:
    """Return how a promise went in the last four full weeks that may be shown, if there are any."""
    return Series.from_stored(promise.over_time).latest()


def logs_for_council(organisation: Organisation) -> QuerySet[EventLog]:
    """Return what the works council may see of the logs: never what is in them."""
    return EventLog.objects.filter(organisation=organisation).annotate(
        times_analysed=Count("analyses")
    )


def analyses_of(organisation: Organisation) -> QuerySet[Analysis]:
    """Return every analysis that was run."""
    return Analysis.objects.filter(organisation=organisation)
