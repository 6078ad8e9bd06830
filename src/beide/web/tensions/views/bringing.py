"""Bringing in a tension, in under a minute."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tensions import actions
from beide.web.tensions.forms import NewTensionForm


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Ask four questions on one page."""
    form = NewTensionForm(request.POST or None)
    if form.is_valid():
        unsigned = form.cleaned_data.pop("unsigned")
        tension = actions.bring(
            organisation=request.membership.organisation,
            author=None if unsigned else request.membership,
            **form.cleaned_data,
        )
        notices.done(request, thanks(unsigned=unsigned))
        return redirect("tensions:detail", organisation, tension.pk)
    return render(request, "tensions/new.html", {"form": form})


def thanks(*, unsigned: bool) -> str:
    """Say what happened, and with which name."""
    if unsigned:
        return gettext("Your tension is brought in. Your name is not kept anywhere.")
    return gettext("Your tension is brought in.")
