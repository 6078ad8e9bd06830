"""What pages of questions have in common: following an answer, and why there is none."""

from django.http import HttpResponse
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRefresh

from beide.text import Text
from beide.web.evidence import actions, problems
from beide.web.evidence.models import Answer
from beide.web.organisation.requests import Request


def problem_of(answer: Answer | None) -> Text | None:
    """Return why a question has no answer; what went wrong by accident is asked anew next time."""
    if answer is None or answer.is_awaited:
        return None
    if answer.problem:
        return problems.said(answer.problem)
    if answer.computed is not None or answer.job is None:
        return None
    told = answer.job.problem
    actions.forget(answer=answer)
    return told


def progress(request: Request, answer: Answer | None) -> dict[str, object]:
    """Return what a template needs to follow an answer that is being computed."""
    return {
        "working": answer is not None and answer.is_awaited,
        "job": answer.job if answer else None,
        "follow": request.get_full_path(),
    }


def followed(request: Request, answer: Answer | None) -> HttpResponse:
    """Tell how far an answer is, or that the page can be shown."""
    if answer is None or not answer.is_awaited:
        return HttpResponseClientRefresh()
    return render(request, "jobs/progress.html", progress(request, answer))
