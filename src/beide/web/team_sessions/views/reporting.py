"""The report of a session: what it was about, what was shown, and what was decided. No people."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.organisation.requests import Request
from beide.web.team_sessions import access
from beide.web.team_sessions.models import Topic
from beide.web.team_sessions.showing import results


@require_safe
def report(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Tell it, tension by tension."""
    session = access.access_report(membership=request.membership, pk=pk)
    context = {
        "session": session,
        "chapters": [chapter(topic) for topic in session.topics.all()],
        "may_guide": access.may_guide(request.membership, session),
    }
    return render(request, "team_sessions/report.html", context)


def chapter(topic: Topic) -> dict[str, Any]:
    """Return what is told of one tension."""
    return {"topic": topic, "outcome": topic.outcome, **results(topic)}
