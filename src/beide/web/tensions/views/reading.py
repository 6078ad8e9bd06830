"""The list of tensions, and one of them."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.change import Form, content
from beide.web.organisation.requests import Request
from beide.web.tensions import access
from beide.web.tensions.forms import NONE_YET, Looking, QuickForm
from beide.web.tensions.models import Tension
from beide.web.tensions.questions import questions

ON_A_PAGE = 20


@require_safe
def index(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what does not fit, newest first."""
    looking = Looking(request.GET)
    found = search(access.tensions_of(request.membership.organisation_id), looking)
    context = {
        "looking": looking,
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "is_filtered": any(request.GET.get(name) for name in looking.fields),
        "asked": without_page(request),
    }
    return render(request, "tensions/list.html", context)


def search(tensions: QuerySet[Tension], looking: Looking) -> QuerySet[Tension]:
    """Keep what was asked for; a question that makes no sense asks nothing."""
    looking.is_valid()
    asked: dict[str, str] = looking.cleaned_data
    if origin := asked.get("origin"):
        tensions = tensions.filter(origin=origin)
    if form := asked.get("form"):
        tensions = (
            access.without_form(tensions)
            if form == NONE_YET
            else access.with_form(tensions, Form(form))
        )
    return access.saying(tensions, asked.get("q", ""))


def without_page(request: Request) -> str:
    """Return the filters as they stand in the address, for the links to other pages."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show a tension, the form people see in it, and what that asks."""
    tension = access.access_tension(membership=request.membership, pk=pk)
    return render(request, "tensions/detail.html", told(request, tension))


def told(request: Request, tension: Tension) -> dict[str, Any]:
    """Gather what the page of one tension tells."""
    membership = request.membership
    form = tension.form
    words = content()
    return {
        "tension": tension,
        "recognised": tension.recognitions.count(),
        "recognises": access.recognises(membership, tension),
        "is_author": tension.author_id == membership.pk,
        "may_edit": access.may_edit(membership, tension),
        "may_withdraw": access.may_withdraw(membership, tension),
        "form": form,
        "told": words.forms[form] if form else None,
        "mode": words.modes[form.mode] if form else None,
        "questions": None if form else questions(QuickForm()),
        "outcomes": list(tension.outcomes.select_related("topic")),
        "initiatives": list(tension.initiatives.select_related("team")),
    }
