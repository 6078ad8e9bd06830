"""The ledger of insights, and one insight."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beide.change import Mode
from beide.web.effects import access as effects
from beide.web.exchange import access, actions
from beide.web.exchange.forms import AnswerForm, CheckForm, InsightForm, OfferForm, UseForm
from beide.web.exchange.ledger import Ledger, Line, ledger_of
from beide.web.exchange.models import Insight
from beide.web.exchange.places import page_of
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment
from beide.web.organisation.models import Membership
from beide.web.organisation.requests import Request
from beide.web.page import notices

State = Insight.State


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the ledger with a heading of its own."""

    key: str
    title: str
    lines: list[Line]


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what waits first, then what is in use with its effect, then the rest."""
    mine = request.membership.organisation
    ledger = ledger_of(access.ledger_rows(mine.pk), effects.of_organisation(mine))
    for line in ledger.lines:
        line.insight.too_long = access.waits_too_long(line.insight)  # type: ignore[attr-defined]
    groups = [
        Group("waiting", _("Waits for an answer"), of(ledger, State.OFFERED)),
        Group("agreed", _("Agreed, not in use yet"), of(ledger, State.ACCEPTED, State.ADAPTED)),
        Group("in_use", _("In use"), of(ledger, State.IN_USE)),
        Group("found", _("Found, not offered yet"), of(ledger, State.FOUND)),
        Group("declined", _("Declined, with a reason"), of(ledger, State.DECLINED)),
    ]
    context = {"groups": [group for group in groups if group.lines], "ledger": ledger}
    return render(request, "exchange/insights.html", context)


def of(ledger: Ledger, *states: str) -> list[Line]:
    """Return the lines in these states; what waits longest first."""
    chosen = [line for line in ledger.lines if line.insight.state in states]
    if State.OFFERED in states:
        chosen.sort(key=lambda line: line.insight.since)  # type: ignore[attr-defined]
    return chosen


@dataclass(frozen=True, slots=True)
class Source:
    """Where an insight comes from."""

    mode: Mode
    initiative: Initiative | None = None
    experiment: Experiment | None = None


def source_of(request: Request) -> Source:
    """Read from the address where an insight comes from; the network unless it says otherwise."""
    membership = request.membership
    if pk := number(request.GET.get("experiment")):
        experiment = access.access_experiment(membership=membership, pk=pk)
        return Source(Mode.NETWORK, experiment.initiative, experiment)
    if pk := number(request.GET.get("initiative")):
        initiative = initiatives_of(organisation=membership.organisation_id).filter(pk=pk).first()
        if initiative:
            return Source(initiative.mode, initiative)
    in_hierarchy = request.GET.get("mode") == Mode.HIERARCHY
    return Source(Mode.HIERARCHY if in_hierarchy else Mode.NETWORK)


def number(text: str | None) -> int | None:
    """Return a key from an address, or nothing when it is not one."""
    return int(text) if text and text.isascii() and text.isdigit() else None


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Write an insight down; from an experiment the page brings what was learnt."""
    source = source_of(request)
    learnt = source.experiment.learnt if source.experiment else ""
    saw = source.experiment.saw if source.experiment else ""
    form = InsightForm(
        request.POST or None,
        found_in=source.mode,
        initial={"what": learnt[:240] if len(learnt) <= 240 else "", "about": saw},
    )
    if request.method == "POST" and form.is_valid():
        insight = actions.find(
            organisation=request.membership.organisation,
            found_in=source.mode,
            initiative=source.initiative,
            experiment=source.experiment,
            **form.cleaned_data,
        )
        notices.done(request, _("Written down. Offer it, so that it can be used."))
        return redirect("exchange:insight", organisation, insight.pk)
    return render(request, "exchange/insight_form.html", {"form": form, "source": source})


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show an insight, its way so far, and the one thing that can be done now."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    return show(request, insight)


def show(request: Request, insight: Insight, *, form: object = None) -> HttpResponse:
    """Render an insight, with a form that was sent and is not right yet where there is one."""
    may_answer = access.may_answer(membership=request.membership, insight=insight)
    context = {
        "insight": insight,
        "goes_to": access.goes_to(insight),
        "page": page_of(insight.initiative, insight.organisation.slug)
        if insight.initiative
        else "",
        "too_long": access.waits_too_long(insight),
        "may_answer": may_answer,
        "form": form or next_form(insight, request.membership, may_answer=may_answer),
        "passages": list(insight.passages.all()),
        "checks": list(insight.checks.all()),
    }
    return render(request, "exchange/insight.html", context, status=422 if form else 200)


def next_form(
    insight: Insight, membership: Membership, *, may_answer: bool
) -> OfferForm | AnswerForm | UseForm | CheckForm | None:
    """Return the form of the step that can follow."""
    if insight.state in {State.FOUND, State.DECLINED}:
        return OfferForm(
            organisation=membership.organisation,
            initial={"to_role": insight.to_role, "to_team": insight.to_team_id},
        )
    if insight.state == State.OFFERED:
        return AnswerForm() if may_answer else None
    if insight.state in {State.ACCEPTED, State.ADAPTED}:
        return UseForm(organisation=membership.organisation, initial={"on": timezone.localdate()})
    return CheckForm()


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say it better, as long as it is not answered."""
    insight = access.access_insight(membership=request.membership, pk=pk)
    if insight.state not in {State.FOUND, State.OFFERED}:
        notices.not_done(
            request, _("This insight has been answered, so its words stay as they are.")
        )
        return redirect("exchange:insight", organisation, pk)
    mode = Mode(insight.found_in)
    form = InsightForm(request.POST or None, instance=insight, found_in=mode)
    if request.method == "POST" and form.is_valid():
        actions.change(insight=insight, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return redirect("exchange:insight", organisation, pk)
    source = Source(mode, insight.initiative, insight.experiment)
    context = {"form": form, "source": source, "insight": insight}
    return render(request, "exchange/insight_form.html", context)
