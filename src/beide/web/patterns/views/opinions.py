"""Confirming, doubting and explaining a finding, and taking words back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.patterns import access, actions
from beide.web.patterns.forms import OpinionForm
from beide.web.patterns.views import doors
from beide.web.patterns.views.finding import page


@require_POST
def say(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Keep what someone says with the finding."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return page(request, found, form)
    said = actions.say(finding=found, membership=request.membership, **form.cleaned_data)
    undo = reverse("patterns:unsay", args=[organisation, said.pk])
    notices.done(request, gettext("Your words are kept with this pattern."), undo=undo)
    return to_finding(organisation, pk)


@require_POST
def unsay(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take one's own words back."""
    opinion = access.access_opinion(membership=request.membership, pk=pk)
    actions.unsay(opinion=opinion)
    undo = reverse("patterns:say_after_all", args=[organisation, pk])
    notices.done(request, gettext("Your words are off the page."), undo=undo)
    return to_finding(organisation, opinion.finding_id)


@require_POST
def say_after_all(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put one's own words back."""
    opinion = access.access_opinion(membership=request.membership, pk=pk, removed=True)
    actions.say_after_all(opinion=opinion)
    notices.done(request, gettext("Your words are kept with this pattern."))
    return to_finding(organisation, opinion.finding_id)


def to_finding(organisation: str, pk: int) -> HttpResponse:
    """Go to where people's words stand on the page of a finding."""
    return redirect(reverse("patterns:finding", args=[organisation, pk]) + "#opinions")
