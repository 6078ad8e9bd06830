"""Saying "I recognise this", and taking it back with the same button."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beide.web.organisation.requests import Request
from beide.web.tensions import access, actions
from beide.web.tensions.views.reading import told


@require_POST
def recognise(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Keep or take back that this member recognises a tension."""
    tension = access.access_tension(membership=request.membership, pk=pk)
    if request.POST.get("recognise") == "no":
        actions.recognise_no_longer(tension=tension, membership=request.membership)
    else:
        actions.recognise(tension=tension, membership=request.membership)
    if request.htmx:
        return render(request, "tensions/recognise.html", told(request, tension))
    return redirect("tensions:detail", organisation, pk)
