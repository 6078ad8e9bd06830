"""What can be done with room: study it, agree on it, and tell what of it was used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from beide.web.evidence.models import Promise
from beide.web.evidence.questions import key_of
from beide.web.jobs import actions as jobs
from beide.web.organisation.models import Team
from beide.web.room import tasks
from beide.web.room.access import Side
from beide.web.room.models import Agreement, Study, UsedWeek
from beide.web.room.safe import SafeHours
from beide.web.room.weeks import WEEK, monday_of

STUDYING = "room.study"
A_DAY = timedelta(days=1)


@transaction.atomic
def ask(*, promise: Promise, asked: Mapping[str, Any]) -> Study:
    """Have a question about the room of a promise answered in the background.

    The same question about the same reading of the log is computed once.
    """
    study, _ = Study.objects.select_related("job").get_or_create(
        promise=promise,
        folder=promise.log.folder,
        key=key_of(asked),
        defaults={"asked": dict(asked), "way": asked["way"], "tries": bool(asked["changes"])},
    )
    if study.computed is None and not study.is_awaited:
        study.job = jobs.ask(
            task=tasks.study,
            organisation=promise.organisation_id,
            purpose=STUDYING,
            subject=study.pk,
        )
        study.save(update_fields=["job"])
    return study


@transaction.atomic
def stop(*, study: Study) -> bool:
    """Stop computing. Tells whether it was going on."""
    return study.job is not None and jobs.cancel(job=study.job)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is proposed: how many hours, how, from which Monday, and what is known to be safe."""

    promise: Promise | None
    hours_a_week: Decimal
    way: str
    since: date
    log_team: str = ""
    safe: SafeHours | None = None
    why_more: str = ""


@transaction.atomic
def propose(*, team: Team, side: Side, terms: Terms) -> Agreement:
    """Propose hours a week; whoever proposes says yes with it. An open proposal makes place."""
    today = timezone.localdate()
    Agreement.objects.filter(team=team, agreed_on=None, declined=None).update(declined=today)
    safe = terms.safe
    return Agreement.objects.create(
        team=team,
        promise=terms.promise,
        study=safe.study if safe else None,
        log_team=terms.log_team,
        hours_a_week=terms.hours_a_week,
        way=terms.way,
        since=monday_of(terms.since),
        safe_hours=safe.hours if safe else None,
        within_safe=safe is not None and terms.hours_a_week <= safe.hours,
        why_more=terms.why_more,
        replaces=standing(team=team),
        lead_yes=today if side is Side.LEAD else None,
        team_yes=today if side is Side.TEAM else None,
    )


def standing(*, team: Team) -> Agreement | None:
    """Return the agreement that goes on until something else is agreed."""
    return (
        Agreement.objects.filter(team=team, agreed_on__isnull=False, until=None)
        .order_by("-since", "-pk")
        .first()
    )


@transaction.atomic
def agree(*, agreement: Agreement, side: Side) -> bool:
    """Say yes for the lead or the team; it holds once both did. Tells whether it holds now."""
    today = timezone.localdate()
    if side is Side.LEAD:
        agreement.lead_yes = agreement.lead_yes or today
    else:
        agreement.team_yes = agreement.team_yes or today
    if agreement.lead_yes and agreement.team_yes and not agreement.is_agreed:
        _end_earlier(agreement)
        agreement.agreed_on = today
    agreement.save(update_fields=["lead_yes", "team_yes", "agreed_on", "replaces"])
    return agreement.is_agreed


def _end_earlier(agreement: Agreement) -> None:
    """Let the agreement that held until now stop where this one begins."""
    earlier = standing(team=agreement.team)
    agreement.replaces = earlier
    if earlier is not None:
        earlier.until = agreement.since - A_DAY
        earlier.save(update_fields=["until"])


@transaction.atomic
def take_back_yes(*, agreement: Agreement, side: Side) -> None:
    """Take a yes back: the proposal waits again, and what held before goes on."""
    if agreement.agreed_on is not None and agreement.replaces is not None:
        agreement.replaces.until = None
        agreement.replaces.save(update_fields=["until"])
    agreement.agreed_on = None
    if side is Side.LEAD:
        agreement.lead_yes = None
    else:
        agreement.team_yes = None
    agreement.save(update_fields=["lead_yes", "team_yes", "agreed_on"])


@transaction.atomic
def decline(*, agreement: Agreement) -> None:
    """Say no to a proposal, or take it back."""
    agreement.declined = timezone.localdate()
    agreement.save(update_fields=["declined"])


@transaction.atomic
def put_back(*, agreement: Agreement) -> None:
    """Let a proposal wait for an answer again."""
    agreement.declined = None
    agreement.save(update_fields=["declined"])


@transaction.atomic
def end(*, agreement: Agreement, why: str = "") -> None:
    """End an agreement with this week; one that still had to begin never holds."""
    sunday = monday_of(timezone.localdate()) + WEEK - A_DAY
    begun = agreement.since <= sunday
    agreement.until = sunday if begun else agreement.since - A_DAY
    agreement.why_ended = why
    agreement.save(update_fields=["until", "why_ended"])


@transaction.atomic
def go_on(*, agreement: Agreement) -> bool:
    """Take ending back, unless something else was agreed meanwhile. Tells whether it goes on."""
    if standing(team=agreement.team) is not None:
        return False
    agreement.until, agreement.why_ended = None, ""
    agreement.save(update_fields=["until", "why_ended"])
    return True


@transaction.atomic
def tell(
    *, agreement: Agreement, week: date, used_hours: Decimal, why_less: str | None = None
) -> UsedWeek:
    """Tell how many hours the team used in a week. Without ``why_less`` those words stay."""
    told = {"used_hours": used_hours}
    words = {} if why_less is None else {"why_less": why_less}
    found, _ = UsedWeek.objects.update_or_create(
        agreement=agreement, week=monday_of(week), defaults=told | words
    )
    return found


@transaction.atomic
def forget(*, agreement: Agreement, week: date) -> None:
    """Take back what was told of a week."""
    UsedWeek.objects.filter(agreement=agreement, week=week).delete()
