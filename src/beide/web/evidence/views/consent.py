"""Recording that the works council consented, and taking it back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.evidence import access, actions
from beide.web.evidence.forms import ConsentForm
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: Request, organisation: str) -> HttpResponse:
    """Ask who agreed, when, and to what; show what was recorded before."""
    here = request.membership.organisation
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_consent(organisation=here, **form.cleaned_data)
        notices.done(request, gettext("The consent is recorded. Event data is open."))
        return redirect("evidence:list", organisation)
    context = {
        "form": form,
        "now": access.consent_of(here),
        "consents": list(access.consents_of(here)),
    }
    return render(request, "evidence/consent.html", context)


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Withdraw a consent, which closes event data."""
    given = access.access_consent(membership=request.membership, pk=pk)
    actions.withdraw_consent(consent=given)
    notices.done(
        request,
        gettext("The consent is withdrawn. Event data is closed."),
        undo=reverse("evidence:consent_restore", args=[organisation, pk]),
    )
    return redirect("evidence:consent", organisation)


@require_POST
def restore(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a withdrawal back."""
    given = access.access_consent(membership=request.membership, pk=pk)
    actions.restore_consent(consent=given)
    notices.done(request, gettext("The consent holds again. Event data is open."))
    return redirect("evidence:consent", organisation)
