"""Making a plan, changing it while that can be done, fixing it and withdrawing it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.effects import access, actions
from beide.web.effects.forms import PlanForm, WithdrawForm
from beide.web.effects.models import Plan
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Make the plan of an initiative."""
    initiative = access.access_initiative(membership=request.membership, pk=pk)
    if not access.may_plan(request.membership, initiative):
        raise PermissionDenied
    form = PlanForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={"promise": initiative.promise_id, **days(timezone.localdate())},
    )
    if request.method == "POST" and form.is_valid():
        made = actions.make(initiative=initiative, **form.planned())
        notices.done(request, gettext("The plan is made. It can change until it starts."))
        return redirect("effects:plan", organisation, made.pk)
    return form_page(request, form, keep=f"effects-new-{pk}", name=initiative.title)


def days(starts: date) -> dict[str, date]:
    """Return when something starts and when to look, to begin a form with."""
    return {"starts": starts, "look_on": starts + actions.LOOK_AFTER}


def form_page(request: Request, form: PlanForm, *, keep: str, name: str) -> HttpResponse:
    """Show the form of a plan."""
    context = {"form": form, "keep": keep, "name": name}
    status = 422 if form.is_bound else 200
    return render(request, "effects/plan_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change a plan that is not fixed."""
    found = access.access_to_plan(membership=request.membership, pk=pk)
    if found.is_fixed or not found.stands:
        return fixed_already(request, organisation, found)
    form = PlanForm(
        request.POST or None, instance=found, organisation=request.membership.organisation
    )
    if request.method == "POST" and form.is_valid():
        # The form has put its answers in the plan it was given; the action gets one as it was.
        plan = access.access_to_plan(membership=request.membership, pk=pk)
        actions.change(plan=plan, **form.planned())
        notices.done(request, gettext("The plan is changed."))
        return redirect("effects:plan", organisation, pk)
    return form_page(request, form, keep=f"effects-plan-{pk}", name=found.name)


def fixed_already(request: Request, organisation: str, plan: Plan) -> HttpResponse:
    """Say that a fixed plan stays as it is."""
    notices.not_done(
        request, gettext("This plan is fixed. Withdraw it with a reason, and make a new one.")
    )
    return redirect("effects:plan", organisation, plan.pk)


@require_POST
def fix(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Fix a plan."""
    found = access.access_to_plan(membership=request.membership, pk=pk)
    if not actions.fix(plan=found):
        return fixed_already(request, organisation, found)
    notices.done(request, gettext("The plan is fixed. The result will stand beside it."))
    return redirect("effects:plan", organisation, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Withdraw a plan, with the reason."""
    found = access.access_to_plan(membership=request.membership, pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(plan=found, why=form.cleaned_data["why"])
        undo = reverse("effects:put_back", args=[organisation, pk])
        notices.done(request, gettext("The plan is withdrawn."), undo=undo)
        return redirect("effects:plan", organisation, pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "plan": found}
    return render(request, "effects/withdraw.html", context, status=status)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a withdrawal back."""
    found = access.access_to_plan(membership=request.membership, pk=pk)
    actions.put_back(plan=found)
    notices.done(request, gettext("The plan stands again."))
    return redirect("effects:plan", organisation, pk)
