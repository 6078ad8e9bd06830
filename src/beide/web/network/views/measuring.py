"""Agreeing how the effect of an experiment is measured."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from beide.web.effects.forms import PlanForm
from beide.web.effects.views.making import days, form_page
from beide.web.network import actions
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Make the plan of an experiment's effect; one that people made is changed on its own page."""
    experiment = doors.experiment(request, pk)
    made = experiment.plan
    if made is not None and made.stands and not made.automatic:
        return redirect("effects:plan", organisation, made.pk)
    form = PlanForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={
            "promise": experiment.protects_id or experiment.initiative.promise_id,
            "stop_when": experiment.stops_when,
            **days(experiment.begins or timezone.localdate()),
        },
    )
    if request.method == "POST" and form.is_valid():
        plan = actions.measure(experiment=experiment, **form.planned())
        notices.done(request, _("The plan is made. It can change until it starts."))
        return redirect("effects:plan", organisation, plan.pk)
    return form_page(request, form, keep=f"network-measure-{pk}", name=experiment.title)
