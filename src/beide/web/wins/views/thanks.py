"""Saying thanks for a win, in one press and without a name."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.wins import access, actions
from beide.web.wins.thanks import remember, thanked


@require_POST
def celebrate(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Count thanks, once in each browser."""
    win = access.access_win(membership=request.membership, pk=pk)
    before = thanked(request)
    answer = back(request, organisation, pk)
    if pk in before:
        return answer
    actions.celebrate(win=win)
    remember(answer, request.membership.organisation, [*before, pk])
    undo = reverse("wins:celebrate_undo", args=[organisation, pk])
    notices.done(request, _("Your thanks are counted, without your name."), undo=undo)
    return answer


@require_POST
def celebrate_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take thanks back that were given in this browser."""
    win = access.access_win(membership=request.membership, pk=pk)
    before = thanked(request)
    answer = back(request, organisation, pk)
    if pk in before:
        actions.uncelebrate(win=win)
        remember(answer, request.membership.organisation, [one for one in before if one != pk])
        notices.done(request, _("Your thanks are taken back."))
    return answer


def back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Go back to where the button was pressed."""
    where = request.POST.get("from", "")
    if where == "both":
        return redirect(reverse("exchange:both", args=[organisation]) + "#wins")
    if where == "list":
        return redirect(reverse("wins:list", args=[organisation]) + f"#win-{pk}")
    return redirect("wins:detail", organisation, pk)
