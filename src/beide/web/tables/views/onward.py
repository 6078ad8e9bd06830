"""From the table onward: an insight, a tension, an improvement, an experiment, an agreement."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beide.change import Form, Mode
from beide.web.exchange import actions as exchange
from beide.web.exchange.forms import InsightForm
from beide.web.hierarchy import actions as hierarchy
from beide.web.hierarchy.forms import StartForm
from beide.web.network import actions as network
from beide.web.network.experiment_forms import PlanForm
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.patterns.access import access_round_to_try_in, loops_to_try_in
from beide.web.tables import agreeing
from beide.web.tables.access import Place
from beide.web.tables.forms import AgreeForm
from beide.web.tables.reading import Brick
from beide.web.tables.views import doors
from beide.web.tensions import actions as tensions
from beide.web.tensions.forms import NewTensionForm


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def insight(request: Request, place: Place, brick: str) -> HttpResponse:
    """Write a golden moment down as an insight."""
    member = place.member
    found = doors.brick_of(doors.read(place), brick)
    initiative = place.table.initiative
    mode = initiative.mode if initiative else Mode.NETWORK
    told = {"what": found.label, "about": found.text}
    form = InsightForm(request.POST or None, found_in=mode, initial=told)
    if request.method == "POST" and form.is_valid():
        made = exchange.find(
            organisation=member.organisation,
            found_in=mode,
            initiative=initiative,
            **form.cleaned_data,
        )
        notices.done(request, _("Written down. Offer it, so that it can be used."))
        return redirect("exchange:insight", member.organisation.slug, made.pk)
    return form_page(
        request,
        place,
        form,
        brick=found,
        heading=_("What did you learn here that others could use?"),
        button=_("Write it down"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def tension(request: Request, place: Place, link: str) -> HttpResponse:
    """Bring a link in as a tension."""
    member = place.member
    board = doors.read(place)
    found = doors.link_of(board, link)
    ends = {
        "start": doors.brick_of(board, found.start).label,
        "to": doors.brick_of(board, found.to).label,
    }
    said = _("Between “%(start)s” and “%(to)s” a link is missing.") % ends
    told = {"what": f"{said} {found.label}".strip()}
    form = NewTensionForm(request.POST or None, initial=told)
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data}
        author = None if data.pop("unsigned") else member
        made = tensions.bring(organisation=member.organisation, author=author, **data)
        notices.done(request, _("Your tension is brought in."))
        return redirect("tensions:detail", member.organisation.slug, made.pk)
    return form_page(
        request,
        place,
        form,
        heading=_("What does not fit here?"),
        button=_("Bring it in"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def improve(request: Request, place: Place, brick: str) -> HttpResponse:
    """Make an improvement of a brick; it refers to the way of working that was agreed."""
    member = place.member
    found = doors.brick_of(doors.read(place), brick)
    told = {
        "form": Form.IMPROVEMENT.value,
        "title": found.label,
        "about": about(place, found),
        "team": place.table.team_id or member.team_id,
    }
    form = StartForm(request.POST or None, organisation=member.organisation, initial=told)
    if request.method == "POST" and form.is_valid():
        made = hierarchy.start(organisation=member.organisation, tension=None, **form.cleaned_data)
        agreeing.refer(table=place.table, initiative=made)
        notices.done(request, _("The initiative is started."))
        return redirect("hierarchy:detail", member.organisation.slug, made.pk)
    return form_page(
        request,
        place,
        form,
        brick=found,
        heading=_("What do you make better?"),
        button=_("Begin"),
    )


@require_safe
@doors.at_table
def choose(request: Request, place: Place, brick: str) -> HttpResponse:
    """Choose in which initiative of the network it is tried."""
    loops = loops_to_try_in(place.member)
    found = doors.brick_of(doors.read(place), brick)
    return doors.page(request, place, "choose", brick=found, loops=loops)


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def card(request: Request, place: Place, brick: str, initiative: int) -> HttpResponse:
    """Fill the card of an experiment in with a brick."""
    member = place.member
    round_ = access_round_to_try_in(membership=member, pk=initiative)
    found = doors.brick_of(doors.read(place), brick)
    told = {
        "title": found.label,
        "attempt": about(place, found),
        "protects": round_.initiative.promise_id,
    }
    form = PlanForm(request.POST or None, organisation=member.organisation, initial=told)
    if request.method == "POST" and form.is_valid():
        made = network.plan(round_=round_, **form.cleaned_data)
        undo = reverse("network:experiment_remove", args=[member.organisation.slug, made.pk])
        still = made.state == made.State.TO_BEGIN
        notices.done(request, _("Your experiment is on the page."), undo=undo if still else "")
        return redirect("network:experiment", member.organisation.slug, made.pk)
    return form_page(
        request,
        place,
        form,
        brick=found,
        heading=_("What do you try?"),
        button=_("Put it on the page"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def agree(request: Request, place: Place) -> HttpResponse:
    """Agree to work as the table shows."""
    member = place.member
    form = AgreeForm(request.POST or None, initial={"name": place.table.name})
    if request.method == "POST" and form.is_valid():
        made = agreeing.agree(table=place.table, **form.cleaned_data)
        slug = member.organisation.slug
        undo = reverse("ways:take_back", args=[slug, made.way_id, made.number])
        notices.done(request, _("Agreed. This version stays as it is."), undo=undo)
        return redirect("ways:detail", slug, made.way_id)
    return form_page(
        request,
        place,
        form,
        heading=_("Do you agree to work like this?"),
        lead=_("The table as it is now becomes a version. You can go on building."),
        button=_("Agree to this"),
    )


def about(place: Place, brick: Brick) -> str:
    """Return what a brick says, and from which table it comes."""
    from_table = _("From the build table “%(name)s”.") % {"name": place.table.name}
    return "\n\n".join(each for each in (brick.text, from_table) if each)


def form_page(request: Request, place: Place, form: forms.BaseForm, **told: Any) -> HttpResponse:
    """Render a page with one form: a heading, and what the button does."""
    return doors.page(request, place, "form", form=form, **told)
