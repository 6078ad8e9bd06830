"""Writing down what the team decided, with what the picture says filled in."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.reflect import Kind
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.team_sessions import access, actions
from beide.web.team_sessions.forms import NO_FORM, DecideForm
from beide.web.team_sessions.models import Session, Topic
from beide.web.team_sessions.showing import results
from beide.web.team_sessions.snapshot import Agreed, Picture
from beide.web.tensions.models import Outcome, Shared, Sure

LIKELY = 60
WIDELY, APART, TOO_WIDE = 75, 40, 60


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, organisation: str, pk: int, place: int) -> HttpResponse:
    """Ask what was decided, and keep it with the tension."""
    session, topic = topic_of(request, pk, place)
    told = results(topic)
    initial = written(topic.outcome) if topic.outcome else from_picture(told["picture"])
    form = DecideForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.record(topic=topic, **form.chosen)
        undo_url = reverse("sessions:decide_undo", args=[organisation, pk, place])
        notices.done(request, gettext("What you decided is written down."), undo=undo_url)
        return after(organisation, session)
    context = {"session": session, "topic": topic, "form": form, **told}
    return render(request, "team_sessions/guide/decide.html", context)


@require_POST
def undo(request: Request, organisation: str, pk: int, place: int) -> HttpResponse:
    """Take back what was written down."""
    session, topic = topic_of(request, pk, place)
    if actions.take_back_outcome(topic=topic):
        notices.done(request, gettext("What was written down is taken back."))
    else:
        notices.not_done(
            request, gettext("This is part of the history now. You can write down a new outcome.")
        )
    return after(organisation, session)


def topic_of(request: Request, pk: int, place: int) -> tuple[Session, Topic]:
    """Return a tension on the table of a session that this member guides."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    topic = access.topic_at(session, place)
    if topic is None:
        raise Http404
    return session, topic


def after(organisation: str, session: Session) -> HttpResponse:
    """Return to the session, or to its report."""
    page = "sessions:report" if session.closed else "sessions:guide"
    return redirect(page, organisation, session.pk)


def from_picture(picture: Picture | None) -> dict[str, Any]:
    """Return what the picture says of the first four questions."""
    if picture is None:
        return {"form": NO_FORM, "sure": Sure.OPEN.value, "shared": ""}
    single = picture.kind is Kind.FORM
    return {
        "form": picture.forms[0].value if single else NO_FORM,
        "sure": how_sure(picture).value,
        "shared": how_shared(picture.agreed),
    }


def how_sure(picture: Picture) -> Sure:
    """Return how sure a picture is, in one of three words."""
    if picture.kind is not Kind.FORM:
        return Sure.OPEN
    return Sure.CLEAR if picture.chances[0].percent >= LIKELY else Sure.LIKELY


def how_shared(agreed: Agreed | None) -> str:
    """Return how far people agree, empty when that cannot be told."""
    if agreed is None or agreed.high - agreed.low > TOO_WIDE:
        return ""
    if agreed.value >= WIDELY:
        return Shared.WIDELY.value
    return Shared.APART.value if agreed.value < APART else Shared.PARTLY.value


def written(outcome: Outcome) -> dict[str, Any]:
    """Return what was written down before, to change it."""
    names = ("why", "sure", "shared", "decided", "first_step", "who")
    return {name: getattr(outcome, name) for name in names} | {"form": outcome.form or NO_FORM}
