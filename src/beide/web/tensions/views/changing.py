"""Changing and withdrawing a tension that carries a name."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tensions import access, actions
from beide.web.tensions.forms import TensionForm
from beide.web.tensions.models import Tension


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change the words."""
    tension = access.access_tension_to_edit(membership=request.membership, pk=pk)
    form = TensionForm(request.POST or None, initial=words_of(tension))
    if form.is_valid():
        actions.edit(tension=tension, **form.cleaned_data)
        notices.done(request, gettext("The tension is changed."))
        return redirect("tensions:detail", organisation, pk)
    return render(request, "tensions/edit.html", {"form": form, "tension": tension})


def words_of(tension: Tension) -> dict[str, str]:
    """Return what the four questions were answered with."""
    return {name: getattr(tension, name) for name in TensionForm.base_fields}


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a tension away; it can be brought back."""
    tension = access.access_tension_to_withdraw(membership=request.membership, pk=pk)
    actions.withdraw(tension=tension)
    undo = reverse("tensions:bring_back", args=[organisation, pk])
    notices.done(
        request, gettext("The tension is withdrawn. It is no longer in the list."), undo=undo
    )
    return redirect("tensions:list", organisation)


@require_POST
def bring_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Undo a withdrawal."""
    tension = access.access_tension_to_withdraw(membership=request.membership, pk=pk)
    actions.bring_back(tension=tension)
    notices.done(request, gettext("The tension is back."))
    return redirect("tensions:detail", organisation, pk)
