"""Partners: all of them by where the relation is, one of them, writing one down."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.partnerships import access, actions
from beide.web.partnerships.content import stages
from beide.web.partnerships.forms import PartnerForm, TogetherForm
from beide.web.partnerships.models import Partner, Stage
from beide.web.partnerships.views.pages import partner_form, to_partner
from beide.web.wins.views.pages import form_page


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show with whom one explores, by where the relation is."""
    found = list(access.partners_of(request.membership.organisation))
    columns = [
        (stage, stages()[stage], [partner for partner in found if partner.stage == stage])
        for stage in Stage
    ]
    return render(request, "partnerships/list.html", {"partners": found, "columns": columns})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Write down a partner."""
    form = PartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        here = request.membership.organisation
        partner = actions.meet(organisation=here, **form.cleaned_data)
        undo = reverse("partnerships:withdraw", args=[organisation, partner.pk])
        notices.done(request, _("The partner is on the page."), undo=undo)
        return to_partner(organisation, partner)
    return form_page(
        request,
        form,
        heading=_("With whom do you explore?"),
        lead=_("A customer or partner who wants to find something out too."),
        button=_("Put them on the page"),
        keep="partnerships-new",
        back_url=reverse("partnerships:list", args=[organisation]),
        back_text=_("Partners"),
    )


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show a partner: what each side wants to learn, where it is, what was done together."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    here = request.membership.organisation
    context = {
        "partner": partner,
        "stages": list(Stage),
        "told": stages()[partner.stage],
        "is_last_stage": partner.stage == Stage.CARRIES,
        "steps": partner.steps.all(),
        "experiments": partner.experiments.filter(removed=None).select_related("initiative"),
        "together": TogetherForm(partner=Partner(pk=partner.pk, organisation=here)),
        "meetings": partner.meetings.filter(withdrawn=None),
        "guests": list(access.guests_of(here).filter(partner=partner)),
    }
    return render(request, "partnerships/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say it differently."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    name = partner.name
    form = PartnerForm(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        stored = access.access_partner(membership=request.membership, pk=pk)
        actions.change(partner=stored, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return to_partner(organisation, stored)
    partner.name = name
    return partner_form(
        request,
        form,
        partner,
        heading=_("Say it differently"),
        button=_("Save"),
        keep=f"partnerships-{pk}",
    )


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a partner off the page."""
    actions.withdraw(partner=access.access_partner(membership=request.membership, pk=pk))
    undo = reverse("partnerships:put_back", args=[organisation, pk])
    notices.done(request, _("The partner is off the page."), undo=undo)
    return redirect("partnerships:list", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a partner back."""
    partner = access.access_partner(membership=request.membership, pk=pk, withdrawn=True)
    actions.withdraw(partner=partner, withdrawn=False)
    notices.done(request, _("The partner is on the page again."))
    return to_partner(organisation, partner)
