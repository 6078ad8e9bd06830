"""What can be done with patterns: asking, saying what one thinks of them, trying them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack

from django.db import transaction
from django.utils import timezone

from beide.web.evidence.models import EventLog, Promise
from beide.web.jobs import actions as jobs
from beide.web.network import actions as network
from beide.web.network.actions.experiments import Plan
from beide.web.network.models import Experiment, Round
from beide.web.organisation.models import Membership
from beide.web.patterns import searching, tasks
from beide.web.patterns.models import Finding, Opinion, Search, Trial

SEARCHING = "patterns.search"


@transaction.atomic
def ask(
    *,
    log: EventLog,
    good: str,
    promise: Promise | None = None,
    scope: Mapping[str, Any] | None = None,
    by: str = "",
    landmarks: Sequence[str] = ("arrival",),
    since: date | None = None,
    until: date | None = None,
    at_once: bool = False,
) -> Search:
    """Ask a log when it goes well, in the background or at once."""
    search = Search.objects.create(
        log=log,
        folder=log.folder,
        promise=promise,
        good=good,
        scope=dict(scope or {}),
        by=by,
        landmarks=list(landmarks),
        since=since,
        until=until,
    )
    if at_once:
        searching.compute(search)
        return search
    search.job = jobs.ask(
        task=tasks.search,
        organisation=log.organisation_id,
        purpose=SEARCHING,
        subject=search.pk,
    )
    search.save(update_fields=["job"])
    return search


def ask_again(*, search: Search) -> Search:
    """Ask the same of the log as it is now. The earlier answer stays, with what was said of it."""
    return ask(
        log=search.log,
        good=search.good,
        promise=search.promise,
        scope=search.scope,
        by=search.by,
        landmarks=search.landmarks,
        since=search.since,
        until=search.until,
    )


@transaction.atomic
def stop(*, search: Search) -> bool:
    """Stop looking; the question stays, so that it can be asked again."""
    return search.job is not None and jobs.cancel(job=search.job)


@transaction.atomic
def remove(*, search: Search) -> None:
    """Put a search away; it can be put back."""
    if search.is_awaited and search.job is not None:
        jobs.cancel(job=search.job)
    search.removed = timezone.now()
    search.save(update_fields=["removed"])


@transaction.atomic
def restore(*, search: Search) -> None:
    """Put a removed search back."""
    search.removed = None
    search.save(update_fields=["removed"])


@transaction.atomic
def say(
    *, finding: Finding, membership: Membership, kind: Opinion.Kind, words: str, role: str = ""
) -> Opinion:
    """Keep what someone says of a finding with it."""
    return Opinion.objects.create(
        finding=finding, membership=membership, kind=kind, words=words, role=role
    )


@transaction.atomic
def unsay(*, opinion: Opinion) -> None:
    """Take words back; they can be put back."""
    opinion.removed = timezone.localdate()
    opinion.save(update_fields=["removed"])


@transaction.atomic
def say_after_all(*, opinion: Opinion) -> None:
    """Put words back that were taken back."""
    opinion.removed = None
    opinion.save(update_fields=["removed"])


@transaction.atomic
def try_it(*, finding: Finding, round_: Round, **plan: Unpack[Plan]) -> Experiment:
    """Plan an experiment that carries a finding."""
    experiment = network.plan(round_=round_, **plan)
    Trial.objects.create(finding=finding, experiment=experiment)
    return experiment
