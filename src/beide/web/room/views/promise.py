"""How many hours can be set free without breaking a promise."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from beide.text import Text
from beide.web.evidence import actions as evidence
from beide.web.evidence import problems
from beide.web.evidence.access import access_promise, is_open
from beide.web.evidence.models import Promise
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.room import access, actions
from beide.web.room.ask_form import AskForm, WhatIfForm
from beide.web.room.models import Study
from beide.web.room.questions import about_room, can_be_asked
from beide.web.room.safe import by_way, holding
from beide.web.room.shown import study_shown, tried_shown

TRIED = 10  # that are shown


@require_safe
def promise(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what was found, or how far it is, and ask anew."""
    found = access_promise(membership=request.membership, pk=pk)
    if not found.log.is_ready:
        return redirect("evidence:promise", organisation, pk)
    if not _is_open(found):
        return render(request, "evidence/closed.html", {"name": found.name})
    studies = list(access.studies_of(found))
    if request.htmx:
        return _followed(request, found, studies)
    return render(request, "room/promise.html", _context(request, found, studies))


def _is_open(found: Promise) -> bool:
    return found.log.is_ready and is_open(
        organisation=found.organisation, generated=found.log.generated
    )


def _followed(request: Request, found: Promise, studies: list[Study]) -> HttpResponse:
    """Tell how far it is, or that the page can be shown."""
    awaited = _awaited(studies)
    if awaited is None:
        return HttpResponseClientRefresh()
    return render(request, "jobs/progress.html", _progress(request, found, awaited))


def _awaited(studies: list[Study]) -> Study | None:
    return next((study for study in studies if study.is_awaited), None)


def _progress(request: Request, found: Promise, awaited: Study | None) -> dict[str, Any]:
    slug = request.membership.organisation.slug
    return {
        "working": awaited is not None,
        "awaited": awaited,
        "job": awaited.job if awaited else None,
        "follow": reverse("room:promise", args=[slug, found.pk]),
    }


def _context(
    request: Request,
    found: Promise,
    studies: list[Study],
    ask: AskForm | None = None,
    what_if: WhatIfForm | None = None,
) -> dict[str, Any]:
    """Return all that the page shows; a form that was filled in wrongly comes with its errors."""
    still = holding(found, studies)
    ways = by_way(still)
    chosen = ways.get(request.GET.get("way", "")) or next(iter(ways.values()), None)
    numbers = [study for study in ways.values() if study.has_number]
    return {
        "promise": found,
        "can_be_asked": can_be_asked(found),
        "shown": study_shown(chosen, folder=found.log.folder) if chosen else None,
        "ways": [study_shown(each, folder=found.log.folder) for each in numbers],
        "tried": tried_shown([study for study in still if study.tries][:TRIED]),
        "problem": _problem(studies),
        "ask": ask or ask_form(found),
        "what_if": what_if or what_if_form(found),
        **_progress(request, found, _awaited(studies)),
    }


def _problem(studies: list[Study]) -> Text | None:
    """Return why the last question has no answer."""
    last = next(iter(studies), None)
    if last is None or last.is_awaited:
        return None
    if last.problem:
        return problems.said(last.problem)
    return last.job.problem if last.job is not None and last.job.has_failed else None


def ask_form(found: Promise, data: Any = None) -> AskForm:
    """Return the question how much time there is."""
    roles = evidence.roles_of(log=found.log)
    return AskForm(data, roles=roles, has_roles=bool(found.log.about.get("roles")))


def what_if_form(found: Promise, data: Any = None) -> WhatIfForm:
    """Return the question what changes would do."""
    log = found.log
    return WhatIfForm(
        data, roles=evidence.roles_of(log=log), steps=evidence.steps_of(log=log), prefix="if"
    )


@require_POST
def ask(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Have the question answered in the background."""
    found = access_promise(membership=request.membership, pk=pk)
    if not _is_open(found) or not can_be_asked(found):
        return redirect("room:promise", organisation, pk)
    tries = "if-arrivals" in request.POST
    form = what_if_form(found, request.POST) if tries else ask_form(found, request.POST)
    if not form.is_valid():
        wrong: dict[str, Any] = {"what_if" if tries else "ask": form}
        context = _context(request, found, list(access.studies_of(found)), **wrong)
        return render(request, "room/promise.html", context, status=422)
    told = form.asked() if isinstance(form, AskForm) else {"changes": form.changes()}
    actions.ask(promise=found, asked=about_room(found, **told))
    return redirect("room:promise", organisation, pk)


@require_POST
def stop(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop computing."""
    study = access.access_study(membership=request.membership, pk=pk)
    if actions.stop(study=study):
        notices.done(request, gettext("Stopped. Nothing was kept."))
    return redirect("room:promise", organisation, study.promise_id)
