"""A team tells how many of its hours it used in a week: one number, in one tap."""

from datetime import date
from decimal import Decimal

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.room import actions, words
from beide.web.room.forms import TellForm
from beide.web.room.models import Agreement
from beide.web.room.telling import asked
from beide.web.room.views import doors
from beide.web.room.views.team import context
from beide.web.room.weeks import monday_of, runs_in

SALT = "room.told"
UNDO_LASTS = 60 * 60


@require_POST
def tell(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Keep the number, and the words where there are any."""
    agreement, _side = doors.agreement(request, pk)
    form = TellForm(request.POST)
    if not form.is_valid():
        return _again(request, agreement, form)
    monday = monday_of(form.cleaned_data["week"])
    begun = monday <= timezone.localdate()
    if not (begun and agreement.is_agreed and runs_in(agreement, monday)):
        raise Http404
    undo = reverse("room:tell_undo", args=[organisation, pk, packed(agreement, monday)])
    told = actions.tell(
        agreement=agreement,
        week=monday,
        used_hours=form.cleaned_data["used_hours"],
        why_less=form.cleaned_data["why_less"] if "why_less" in request.POST else None,
    )
    said = gettext("Told: %(hours)s in the %(week)s.") % {
        "hours": words.hours(told.used_hours),
        "week": words.week_of(monday),
    }
    notices.done(request, said, undo=undo)
    return doors.to_team(agreement, organisation, _next(agreement, form, monday))


def _next(agreement: Agreement, form: TellForm, monday: date) -> str:
    """Ask why when clearly less was used and nobody said it yet."""
    shown = asked(agreement, monday)
    if shown.asks_why and "why_less" not in form.data:
        return f"?week={monday.isoformat()}#tell"
    return "#weeks"


def _again(request: Request, agreement: Agreement, form: TellForm) -> HttpResponse:
    monday = form.cleaned_data.get("week") or agreement.since
    shown = asked(agreement, monday_of(monday), form)
    page = context(request, agreement.team, asked=shown)
    return render(request, "room/team.html", page, status=422)


def packed(agreement: Agreement, monday: date) -> str:
    """Put what was told before in the undo button, so that nothing stays in the database."""
    before = agreement.used_weeks.filter(week=monday).first()
    told = [str(before.used_hours), before.why_less] if before else None
    return signing.dumps([agreement.pk, monday.isoformat(), told], salt=SALT)


@require_POST
def tell_undo(request: Request, organisation: str, pk: int, kept: str) -> HttpResponse:
    """Put back what was told before, or nothing."""
    agreement, _side = doors.agreement(request, pk)
    try:
        about, week, told = signing.loads(kept, salt=SALT, max_age=UNDO_LASTS)
    except signing.BadSignature as error:
        raise Http404 from error
    if about != agreement.pk:
        raise Http404
    monday = date.fromisoformat(week)
    if told is None:
        actions.forget(agreement=agreement, week=monday)
    else:
        hours, why_less = told
        actions.tell(agreement=agreement, week=monday, used_hours=Decimal(hours), why_less=why_less)
    notices.done(request, gettext("Taken back."))
    return doors.to_team(agreement, organisation, "#weeks")
