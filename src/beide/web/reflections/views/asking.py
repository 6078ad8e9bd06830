"""One statement a screen, and the way back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from beide import reflect
from beide.web.reflections import access, actions
from beide.web.reflections.actions import Taken
from beide.web.reflections.asking import AT_MOST, question_of
from beide.web.reflections.forms import UNSURE, AnswerForm, PlaceForm
from beide.web.reflections.models import Reflection
from beide.web.reflections.views.holder import Visit, for_holder


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def question(request: Visit, reflection: Reflection, token: str) -> HttpResponse:
    """Show the statement to answer now; take an answer in."""
    if request.method != "POST":
        return asked(request, reflection, token)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return asked(request, reflection, token, note="wrong", status=400)
    given = form.cleaned_data
    taken = actions.answer(
        reflection=reflection,
        round_number=given["round"],
        position=given["position"],
        statement=given["statement"],
        value=given["value"],
    )
    if taken is Taken.STALE:
        return asked(request, reflection, token, note="stale")
    return redirect("reflections:question", token)


@require_POST
@for_holder
def back(request: Visit, reflection: Reflection, token: str) -> HttpResponse:
    """Take the last answer back, and ask it again."""
    form = PlaceForm(request.POST)
    if form.is_valid():
        actions.take_back(
            reflection=reflection,
            round_number=form.cleaned_data["round"],
            position=form.cleaned_data["position"],
        )
    return redirect("reflections:question", token)


def asked(
    request: Visit, reflection: Reflection, token: str, *, note: str = "", status: int = 200
) -> HttpResponse:
    """Show the statement that comes now, or lead to the result."""
    current = access.latest_round(reflection)
    now = question_of(current)
    if now is None:
        return to_result(request, token)
    position = len(current.answers.all())
    context = {
        "reflection": reflection,
        "token": token,
        "round": current,
        "statement": now.statement,
        "position": position,
        "last_position": position - 1,
        "number": position + 1,
        "at_most": AT_MOST,
        "labels": list(enumerate(reflect.answer_labels(), start=1)),
        "unsure": UNSURE,
        "unsure_label": reflect.unsure_label(),
        "note": note,
    }
    template = "statement" if request.htmx else "question"
    return render(request, f"reflections/{template}.html", context, status=status)


def to_result(request: Visit, token: str) -> HttpResponse:
    """Leave the statements for the result."""
    if request.htmx:
        return HttpResponseClientRedirect(resolve_url("reflections:result", token))
    return redirect("reflections:result", token)
