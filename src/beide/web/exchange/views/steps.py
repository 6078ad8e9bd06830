"""The steps of an insight, each by POST and each with a way back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beide.web.exchange import access, actions
from beide.web.exchange.forms import AnswerForm, CheckForm, OfferForm, UseForm
from beide.web.exchange.models import Insight, Passage
from beide.web.exchange.views.insights import show
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_POST
def offer(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Offer an insight to a role in the other mode."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    form = OfferForm(request.POST, organisation=request.membership.organisation)
    if not form.is_valid():
        return show(request, insight, form=form)
    passage = actions.offer(insight=insight, **form.cleaned_data)
    return after(request, organisation, insight, passage, _("Offered. It now waits for an answer."))


@require_POST
def answer(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Answer an offer."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    if not access.may_answer(membership=request.membership, insight=insight):
        raise PermissionDenied
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, insight, form=form)
    passage = actions.answer(insight=insight, **form.cleaned_data)
    return after(request, organisation, insight, passage, _("Answered."))


@require_POST
def use(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Record since when an insight is in use."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    form = UseForm(request.POST, organisation=request.membership.organisation)
    if not form.is_valid():
        return show(request, insight, form=form)
    passage = actions.use(insight=insight, **form.cleaned_data)
    return after(
        request, organisation, insight, passage, _("In use. Look now and then if it holds.")
    )


@require_POST
def check(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Record a look at whether an insight holds."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    if insight.state != Insight.State.IN_USE:
        return after(request, organisation, insight, None, "")
    form = CheckForm(request.POST)
    if not form.is_valid():
        return show(request, insight, form=form)
    look = actions.check(insight=insight, **form.cleaned_data)
    undo = reverse("exchange:take_back_check", args=[organisation, insight.pk, look.pk])
    notices.done(request, _("Noted."), undo=undo)
    return redirect("exchange:insight", organisation, insight.pk)


def after(
    request: Request, organisation: str, insight: Insight, passage: Passage | None, said: str
) -> HttpResponse:
    """Go back to the insight and say what was done, with its undo."""
    if passage is None:
        notices.not_done(request, _("Someone was ahead of you. This is how it stands now."))
    else:
        undo = reverse("exchange:take_back", args=[organisation, insight.pk, passage.pk])
        notices.done(request, said, undo=undo)
    return redirect("exchange:insight", organisation, insight.pk)


@require_POST
def take_back(request: Request, organisation: str, pk: int, passage: int) -> HttpResponse:
    """Undo the latest step."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    found = insight.passages.filter(pk=passage).first()
    if found is None:
        raise Http404
    answered = found.state in {
        Insight.State.ACCEPTED,
        Insight.State.ADAPTED,
        Insight.State.DECLINED,
    }
    if answered and not access.may_answer(membership=request.membership, insight=insight):
        raise PermissionDenied
    if actions.take_back(insight=insight, passage=found):
        notices.done(request, _("Taken back."))
    else:
        notices.not_done(
            request, _("It has gone further since, so this can no longer be taken back.")
        )
    return redirect("exchange:insight", organisation, pk)


@require_POST
def take_back_check(request: Request, organisation: str, pk: int, look: int) -> HttpResponse:
    """Undo a look."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    found = insight.checks.filter(pk=look).first()
    if found is None:
        raise Http404
    actions.take_back_check(check=found)
    notices.done(request, _("Taken back."))
    return redirect("exchange:insight", organisation, pk)
