"""The cases of a log: by week and by a code, and the steps of one."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from beide import log as event_log
from beide.web.evidence import access, actions, sheets, words
from beide.web.evidence.asking import ListForm
from beide.web.evidence.cases import rows, shown, steps
from beide.web.evidence.models import Answer, EventLog
from beide.web.evidence.promising import good
from beide.web.evidence.questions import about_cases
from beide.web.evidence.views.answers import followed, problem_of, progress
from beide.web.organisation.requests import Request

A_PAGE = 50
MANY = 100_000  # cases above which a list is sent while it is read
ABOVE = 4  # rows in a workbook above the cases


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that was asked for, and its answer when the question can be asked."""

    log: EventLog
    form: ListForm
    answer: Answer | None

    @property
    def count(self) -> int:
        """How many cases are in it."""
        return self.answer.found.get("cases", 0) if self.answer else 0


@require_safe
def cases(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show a list of cases."""
    asked = _asked(request, pk)
    if asked is None:
        return redirect("evidence:log", organisation, pk)
    answer = asked.answer
    if request.htmx:
        return followed(request, answer)
    page = Paginator(range(asked.count), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "log": asked.log,
        "form": asked.form,
        "page": page,
        "cases": _rows(asked, start=page.start_index() - 1),
        "count": words.cases(asked.count),
        "most": "" if _fits_excel(asked) else words.number(sheets.EXCEL_ROWS - ABOVE),
        "problem": problem_of(answer),
        "query": _without_page(request),
        **progress(request, answer),
    }
    return render(request, "evidence/cases.html", context)


def _asked(request: Request, pk: int) -> Asked | None:
    log = access.open_log(membership=request.membership, pk=pk)
    if log is None:
        return None
    promises = list(log.promises.all())
    form = ListForm(
        request.GET,
        log=log,
        activities=actions.steps_of(log=log),
        values=actions.values_of(log=log),
        promises=promises,
    )
    if not form.is_valid():
        return Asked(log, form, None)
    promise = form.chosen
    question = about_cases(
        form.cleaned_data,
        state=form.cleaned_data.get("state") or "",
        good=good(promise).source if promise else "",
        minimum=log.organisation.threshold,
    )
    return Asked(log, form, actions.ask(log=log, kind=Answer.Kind.CASES, asked=question))


def _rows(asked: Asked, *, start: int) -> list[shown.CaseShown]:
    if asked.answer is None or not asked.count:
        return []
    found = rows.page_of(asked.answer.path, start=max(start, 0), count=A_PAGE)
    return list(shown.cases_shown(found))


def _without_page(request: Request) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


@require_safe
def case(request: Request, organisation: str, pk: int, case: str) -> HttpResponse:
    """Show the steps of one case, by week."""
    asked = _asked(request, pk)
    if asked is None:
        return redirect("evidence:log", organisation, pk)
    row = (
        rows.with_code(asked.answer.path, case)
        if asked.answer is not None and asked.count
        else None
    )
    if row is None:
        raise Http404
    log = event_log.open(asked.log.path)
    known = frozenset(actions.steps_of(log=asked.log))
    context = {
        "log": asked.log,
        "case": next(shown.cases_shown([row])),
        "steps": steps.steps_of(log, row, known=known),
        "promise": asked.form.chosen,
        "query": request.GET.urlencode(),
    }
    return render(request, "evidence/case.html", context)


@require_safe
def download(request: Request, organisation: str, pk: int, kind: str) -> HttpResponseBase:
    """Give a list of cases as a table; a long one is sent while it is read."""
    asked = _asked(request, pk)
    excel = kind == "xlsx"
    if asked is None or asked.answer is None or not asked.count:
        return redirect("evidence:cases", organisation, pk)
    if excel and not _fits_excel(asked):
        return redirect("evidence:cases", organisation, pk)
    name = gettext("%(log)s cases") % {"log": asked.log.name}
    about = [asked.log.name, gettext("On %(cases)s.") % {"cases": words.cases(asked.count)}]
    table = shown.sheet(rows.every_row(asked.answer.path), name=name, about=about)
    if asked.count > MANY:
        return sheets.streamed_excel(table) if excel else sheets.streamed_csv(table)
    return sheets.as_excel(table) if excel else sheets.as_csv(table)


def _fits_excel(asked: Asked) -> bool:
    return asked.count <= sheets.EXCEL_ROWS - ABOVE
