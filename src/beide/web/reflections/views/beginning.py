"""Naming what is on the table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from beide.web.reflections import actions
from beide.web.reflections.asking import AT_MOST
from beide.web.reflections.forms import EXAMPLES, SubjectForm
from beide.web.reflections.models import DAYS_KEPT, SUBJECT


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Ask for one sentence, or take an example."""
    about = request.GET.get("about", "")[: 2 * SUBJECT]
    form = SubjectForm(chosen(request), initial={"subject": about})
    if form.is_valid():
        _reflection, token = actions.begin(
            subject=form.cleaned_data["subject"], language=(get_language() or "nl")[:2]
        )
        return redirect("reflections:question", token)
    context = {
        "form": form,
        "about": about,
        "examples": EXAMPLES,
        "days": DAYS_KEPT,
        "at_most": AT_MOST,
    }
    return render(request, "reflections/begin.html", context)


def chosen(request: HttpRequest) -> dict[str, str] | None:
    """Return the sentence that was typed, or that of the example that was pressed."""
    if request.method != "POST":
        return None
    example = EXAMPLES.get(request.POST.get("example", ""))
    return {"subject": str(example) if example else request.POST.get("subject", "")}
