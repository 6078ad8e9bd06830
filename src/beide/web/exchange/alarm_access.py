"""Who may answer which alarm. Outsiders get 404."""

from django.http import Http404

from beide.web.effects.access import access_plan, may_plan
from beide.web.exchange.alarms import Alarm, alarms_of
from beide.web.exchange.facts import facts_of
from beide.web.exchange.models import AlarmAnswer
from beide.web.organisation.access import access_team, may_lead
from beide.web.organisation.models import Membership


def alarm_of(*, membership: Membership, kind: str, key: int) -> Alarm | None:
    """Return an alarm of the member's organisation that there is today; nothing when it is over."""
    if kind == "room":
        access_team(membership=membership, pk=key)
    else:
        access_plan(membership=membership, pk=key)
    found = alarms_of(facts_of(membership.organisation))
    return next((each for each in found if (each.kind, each.key) == (kind, key)), None)


def may_answer_alarm(*, membership: Membership, alarm: Alarm) -> bool:
    """Tell who may say what is done: who carries it or is the team, and who leads."""
    if alarm.plan is not None:
        return may_plan(membership, alarm.plan.initiative)
    return membership.team_id == alarm.key or may_lead(membership, alarm.team)


def access_answer(*, membership: Membership, pk: int) -> AlarmAnswer:
    """Return an answer to an alarm of the member's organisation."""
    found = (
        AlarmAnswer.objects.filter(organisation=membership.organisation_id, pk=pk)
        .select_related("plan__initiative", "team")
        .first()
    )
    if found is None:
        raise Http404
    return found


def may_take_back(*, membership: Membership, answer: AlarmAnswer) -> bool:
    """Tell who may take an answer back: the same people who may give one."""
    if answer.plan is not None:
        return may_plan(membership, answer.plan.initiative)
    in_team = membership.team_id is not None and membership.team_id == answer.team_id
    return in_team or may_lead(membership, answer.team)
