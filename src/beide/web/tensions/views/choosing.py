"""Choosing a form of change with two plain questions, and looking at it again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.page.templatetags.beide_text import form_name
from beide.web.tensions import access, actions
from beide.web.tensions.forms import QuickForm
from beide.web.tensions.models import Choice, Tension
from beide.web.tensions.questions import questions


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask the two questions; the answers give the form."""
    tension = access.access_tension(membership=request.membership, pk=pk)
    form = QuickForm(request.POST or None, initial=answers(tension.choice))
    if form.is_valid():
        choice = actions.choose(
            tension=tension,
            configuration_changes=form.cleaned_data["configuration"],
            paradigm_shifts=form.cleaned_data["paradigm"],
            why=form.cleaned_data["why"],
        )
        return chosen(request, organisation, choice)
    context = {"tension": tension, "questions": questions(form)}
    return render(request, "tensions/choose.html", context)


def answers(choice: Choice | None) -> dict[str, str]:
    """Return the answers of the latest choice, to look at again."""
    if choice is None:
        return {}
    return {
        "configuration": "yes" if choice.configuration_changes else "no",
        "paradigm": "yes" if choice.paradigm_shifts else "no",
    }


def chosen(request: Request, organisation: str, choice: Choice) -> HttpResponse:
    """Lead to what the form asks."""
    undo_url = reverse("tensions:choose_undo", args=[organisation, choice.tension_id, choice.pk])
    said = gettext("You see this as %(form)s.") % {"form": form_name(choice.form)}
    notices.done(request, said, undo=undo_url)
    return redirect("tensions:detail", organisation, choice.tension_id)


@require_POST
def undo(request: Request, organisation: str, pk: int, choice: int) -> HttpResponse:
    """Take a choice back."""
    found = access.access_choice(membership=request.membership, tension=pk, pk=choice)
    tension: Tension = found.tension
    if actions.undo_choice(choice=found):
        notices.done(request, gettext("The choice is taken back."))
    else:
        notices.not_done(
            request, gettext("This choice is part of the history now. You can choose again.")
        )
    return redirect("tensions:detail", organisation, tension.pk)
