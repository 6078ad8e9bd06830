"""Both alarms, one of them, and what is done about it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.exchange import alarm_access, alarm_actions
from beide.web.exchange.alarms import alarms_of, answers_of
from beide.web.exchange.facts import facts_of
from beide.web.exchange.forms import AlarmForm
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_safe
def alarms(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what endangers what, and what was said about alarms before."""
    mine = request.membership.organisation
    found = alarms_of(facts_of(mine))
    context = {"alarms": found, "answers": list(answers_of(mine))}
    return render(request, "exchange/alarms.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def alarm(request: Request, organisation: str, kind: str, pk: int) -> HttpResponse:
    """Show one alarm, and take in what people do about it."""
    found = alarm_access.alarm_of(membership=request.membership, kind=kind, key=pk)
    if found is None:
        notices.done(request, _("This alarm is over. Nothing has to be done about it now."))
        return redirect("exchange:alarms", organisation)
    may_answer = alarm_access.may_answer_alarm(membership=request.membership, alarm=found)
    form = AlarmForm(request.POST or None)
    if request.method == "POST" and not may_answer:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        answer = alarm_actions.answer_alarm(
            organisation=request.membership.organisation,
            plan=found.plan,
            team=found.team,
            **form.cleaned_data,
        )
        undo = reverse("exchange:alarm_take_back", args=[organisation, answer.pk])
        notices.done(request, _("Written down. The alarm is quiet until that day."), undo=undo)
        return redirect(found.page)
    context = {"alarm": found, "form": form, "may_answer": may_answer}
    status = 422 if form.errors else 200
    return render(request, "exchange/alarm.html", context, status=status)


@require_POST
def take_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take an answer back; the alarm sounds again when it is still there."""
    answer = alarm_access.access_answer(membership=request.membership, pk=pk)
    if not alarm_access.may_take_back(membership=request.membership, answer=answer):
        raise PermissionDenied
    alarm_actions.take_back_answer(answer=answer)
    undo = reverse("exchange:alarm_put_back", args=[organisation, answer.pk])
    notices.done(request, _("Taken back."), undo=undo)
    return redirect("exchange:alarms", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let an answer stand again."""
    answer = alarm_access.access_answer(membership=request.membership, pk=pk)
    if not alarm_access.may_take_back(membership=request.membership, answer=answer):
        raise PermissionDenied
    alarm_actions.put_back_answer(answer=answer)
    notices.done(request, _("It stands again."))
    return redirect("exchange:alarms", organisation)
