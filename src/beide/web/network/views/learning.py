"""Beginning an experiment, and learning from it."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.network import access, actions
from beide.web.network.experiment_forms import LearnForm
from beide.web.network.models import Experiment
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_POST
def begin(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Begin today."""
    experiment = doors.experiment(request, pk)
    if experiment.initiative.stopped:
        return doors.rests(request, experiment.initiative)
    before = experiment.begins.isoformat() if experiment.begins else ""
    if actions.begin(experiment=experiment):
        undo = reverse("network:experiment_not_begun", args=[organisation, pk])
        notices.done(
            request, _("It has begun. The plan is fixed now."), undo=f"{undo}?before={before}"
        )
    return redirect("network:experiment", organisation, pk)


@require_POST
def not_begun(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a beginning of today back."""
    experiment = doors.experiment(request, pk)
    if actions.not_begun(experiment=experiment, begins=day(request.GET.get("before"))):
        notices.done(request, _("It has not begun. The plan is open again."))
    else:
        notices.not_done(request, _("It began before today, so the plan stays as it is."))
    return redirect("network:experiment", organisation, pk)


def day(text: str | None) -> date | None:
    """Return a day from an address, or nothing when it is not one."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def learn(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Write down what was seen and learnt, and what follows."""
    experiment = doors.experiment(request, pk)
    if experiment.state == Experiment.State.TO_BEGIN:
        notices.not_done(request, _("It has not begun yet, so it has nothing to teach yet."))
        return redirect("network:experiment", organisation, pk)
    first_time = experiment.learnt_on is None
    form = LearnForm(
        request.POST or None,
        initial={"saw": experiment.saw, "learnt": experiment.learnt, "next": experiment.next},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.learn(
            experiment=experiment, saw=data["saw"], learnt=data["learnt"], next_=data["next"]
        )
        undo = reverse("network:experiment_unlearn", args=[organisation, pk])
        notices.done(request, _("Learnt, and kept."), undo=undo if first_time else "")
        return redirect("network:experiment", organisation, pk)
    return doors.form_page(
        request,
        form,
        initiative=experiment.initiative,
        heading=_("What did it teach you?"),
        lead=_("You expected: “%(expected)s”") % {"expected": experiment.will_see},
        button=_("Keep what we learnt"),
        keep=f"network-learn-{pk}",
        back_url=reverse("network:experiment", args=[organisation, pk]),
        back_text=experiment.title,
    )


@require_POST
def unlearn(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let the experiment run on."""
    actions.unlearn(experiment=doors.experiment(request, pk))
    notices.done(request, _("It runs on. What you wrote waits in the form."))
    return redirect("network:experiment", organisation, pk)


@require_POST
def again(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Copy the card into the round that is walked now."""
    experiment = doors.experiment(request, pk)
    round_ = access.current_round(experiment.initiative)
    if experiment.initiative.stopped or round_ is None:
        return doors.rests(request, experiment.initiative)
    copied = actions.again(experiment=experiment, round_=round_)
    undo = reverse("network:experiment_remove", args=[organisation, copied.pk])
    notices.done(request, _("Here is the card again. What do you do differently now?"), undo=undo)
    return redirect("network:experiment_edit", organisation, copied.pk)
