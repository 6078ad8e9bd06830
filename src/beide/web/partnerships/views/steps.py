"""Where a relation is, and what is tried together."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation.requests import Request
from beide.web.organisation.views.given import given
from beide.web.page import notices
from beide.web.partnerships import access, actions
from beide.web.partnerships.forms import StageForm, TogetherForm
from beide.web.partnerships.models import Stage
from beide.web.partnerships.views.pages import partner_form, to_partner


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say where the relation is now."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    form = StageForm(request.POST or None, initial={"stage": partner.stage})
    if request.method == "POST" and form.is_valid():
        stage, why = Stage(form.cleaned_data["stage"]), form.cleaned_data["why"]
        made = actions.step(partner=partner, stage=stage, why=why)
        if made:
            undo = reverse("partnerships:stage_undo", args=[organisation, pk, made.pk])
            said = _("The relation is in another stage now: %(stage)s.") % {"stage": stage.label}
            notices.done(request, said, undo=undo)
        return to_partner(organisation, partner, "#stage")
    return partner_form(
        request,
        form,
        partner,
        heading=_("Where is the relation now?"),
        lead=_("No stage is better than another. Each fits another question."),
        button=_("This is where we are"),
        keep=f"partnerships-stage-{pk}",
    )


@require_POST
def step_undo(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:
    """Take a step back."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    if actions.step_back(step=access.access_step(partner=partner, pk=step)):
        notices.done(request, _("The relation is where it was."))
    else:
        notices.not_done(request, _("The relation has moved on since, so nothing changed."))
    return to_partner(organisation, partner, "#stage")


@require_POST
def together(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say that an experiment is done together."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    form = TogetherForm(given(request), partner=partner)
    if not form.is_valid():
        notices.not_done(request, _("Choose an experiment first."))
        return to_partner(organisation, partner, "#together")
    experiment = form.cleaned_data["experiment"]
    actions.try_together(partner=partner, experiment=experiment)
    undo = reverse("partnerships:together_undo", args=[organisation, pk, experiment.pk])
    notices.done(request, _("You do this experiment together."), undo=undo)
    return to_partner(organisation, partner, "#together")


@require_POST
def together_undo(request: Request, organisation: str, pk: int, experiment: int) -> HttpResponse:
    """Say that an experiment is not done together after all."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    found = access.experiment_in(membership=request.membership, pk=experiment)
    actions.not_together(partner=partner, experiment=found)
    undo = reverse("partnerships:together", args=[organisation, pk])
    notices.done(
        request,
        _("This experiment is not with them any more."),
        undo=f"{undo}?experiment={experiment}",
    )
    return to_partner(organisation, partner, "#together")
