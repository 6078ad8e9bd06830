"""The process map of a log, and taking it away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from beide.web.evidence import access, actions, sheets, words
from beide.web.evidence.asking import MapForm
from beide.web.evidence.models import Answer, EventLog
from beide.web.evidence.process.graph import Graph
from beide.web.evidence.process.shown import MapShown, map_shown, sheet
from beide.web.evidence.questions import about_map
from beide.web.evidence.views.answers import followed, problem_of, progress
from beide.web.organisation.requests import Request


@require_safe
def process_map(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show which step comes after which, from the main road to every path."""
    log = access.open_log(membership=request.membership, pk=pk)
    if log is None:
        return redirect("evidence:log", organisation, pk)
    form = _form(request, log)
    answer = _answer(form, log) if form.is_valid() else None
    if request.htmx and request.htmx.target == "job":
        return followed(request, answer)
    context = {
        "log": log,
        "form": form,
        "map": _shown(answer, form),
        "answer": answer,
        "problem": problem_of(answer),
        "query": request.GET.urlencode(),
        **progress(request, answer),
    }
    template = "evidence/parts/map.html" if request.htmx else "evidence/map.html"
    return render(request, template, context)


def _form(request: Request, log: EventLog) -> MapForm:
    """Return the form, with the steps that may be shown to choose from."""
    steps = actions.steps_of(log=log)
    return MapForm(request.GET, log=log, activities=steps, values=actions.values_of(log=log))


def _answer(form: MapForm, log: EventLog) -> Answer:
    minimum = log.organisation.threshold
    asked = about_map(form.cleaned_data, view=form.chosen_view, minimum=minimum)
    return actions.ask(log=log, kind=Answer.Kind.MAP, asked=asked)


def _shown(answer: Answer | None, form: MapForm) -> MapShown | None:
    if answer is None or not answer.found:
        return None
    chosen = form.cleaned_data
    return map_shown(
        Graph.from_stored(answer.found),
        detail=chosen.get("detail"),
        zoom=chosen.get("zoom"),
        measure=form.chosen_measure,
    )


@require_safe
def download(request: Request, organisation: str, pk: int, kind: str) -> HttpResponse:
    """Give the map as a picture, or its paths as a table."""
    log = access.open_log(membership=request.membership, pk=pk)
    form = _form(request, log) if log is not None else None
    answer = (
        _answer(form, log) if form is not None and log is not None and form.is_valid() else None
    )
    if log is None or form is None or answer is None or not answer.found:
        return redirect("evidence:map", organisation, pk)
    graph = Graph.from_stored(answer.found)
    if kind == "svg":
        return _drawing(log, graph, form)
    about = [log.name, gettext("On %(cases)s.") % {"cases": words.cases(graph.cases)}]
    table = sheet(graph, name=log.name, about=about)
    return sheets.as_excel(table) if kind == "xlsx" else sheets.as_csv(table)


def _drawing(log: EventLog, graph: Graph, form: MapForm) -> HttpResponse:
    chosen = form.cleaned_data
    shown = map_shown(graph, detail=chosen.get("detail"), zoom=None, measure=form.chosen_measure)
    text = shown.drawn.to_file(f"{log.name}. {shown.summary}") if shown else ""
    return sheets.as_file(text, log.name, "svg", "image/svg+xml")
