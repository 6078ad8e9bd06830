"""The barriers: what is in the way the longest, and who can take it away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.wins import access, actions, shown, words
from beide.web.wins.forms import BarrierForm, RemovedForm
from beide.web.wins.views.pages import form_page


@require_safe
def board(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what is in the way, the longest standing first, and what went away."""
    here = request.membership.organisation
    removed = access.removed_barriers(here)
    context = {
        "standing": shown.standing(access.standing_barriers(here)),
        "removed": removed,
        "to_remove": words.to_remove(access.how_long(removed)),
    }
    return render(request, "wins/barriers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Say what is in the way; the address may say of which initiative."""
    here = request.membership.organisation
    form = BarrierForm(
        request.POST or None,
        organisation=here,
        initial={"initiative": request.GET.get("initiative", "")},
    )
    if request.method == "POST" and form.is_valid():
        barrier = actions.name_barrier(organisation=here, **form.cleaned_data)
        undo = reverse("wins:barrier_withdraw", args=[organisation, barrier.pk])
        notices.done(request, _("The barrier is on the page."), undo=undo)
        return to_board(organisation)
    return barrier_page(
        request,
        form,
        heading=_("What is in the way?"),
        lead=_("Say it as you see it. It is about the work, never about a person."),
        button=_("Put it on the page"),
        keep="wins-barrier-new",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say it differently."""
    barrier = access.access_barrier(membership=request.membership, pk=pk)
    names = ("what", "who_can", "stands_since")
    form = BarrierForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={
            "initiative": barrier.initiative_id,
            **{name: getattr(barrier, name) for name in names},
        },
    )
    if request.method == "POST" and form.is_valid():
        actions.reword_barrier(barrier=barrier, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return to_board(organisation)
    return barrier_page(
        request,
        form,
        heading=_("Say it differently"),
        button=_("Save"),
        keep=f"wins-barrier-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a barrier away, which is a win."""
    barrier = access.access_barrier(membership=request.membership, pk=pk)
    if not barrier.stands:
        notices.not_done(request, _("This barrier went away already."))
        return to_board(organisation)
    form = RemovedForm(request.POST or None, barrier=barrier)
    if request.method == "POST" and form.is_valid():
        win = actions.remove_barrier(barrier=barrier, **form.cleaned_data)
        undo = reverse("wins:barrier_stands", args=[organisation, pk])
        notices.done(request, _("The barrier is gone, and that is a win."), undo=undo)
        return redirect("wins:detail", organisation, win.pk)
    return barrier_page(
        request,
        form,
        heading=_("How did it go away?"),
        lead=barrier.what,
        button=_("It is gone"),
        keep=f"wins-barrier-away-{pk}",
    )


@require_POST
def stand_again(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let a barrier stand again."""
    barrier = access.access_barrier(membership=request.membership, pk=pk)
    actions.stand_again(barrier=barrier)
    notices.done(request, _("The barrier stands again, and the win is off the page."))
    return to_board(organisation)


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a barrier off the page, as a mistake."""
    actions.withdraw_barrier(barrier=access.access_barrier(membership=request.membership, pk=pk))
    undo = reverse("wins:barrier_put_back", args=[organisation, pk])
    notices.done(request, _("The barrier is off the page."), undo=undo)
    return to_board(organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a barrier back."""
    barrier = access.access_barrier(membership=request.membership, pk=pk, withdrawn=True)
    actions.put_back_barrier(barrier=barrier)
    notices.done(request, _("The barrier is on the page again."))
    return to_board(organisation)


def barrier_page(request: Request, form: BarrierForm | RemovedForm, **context: str) -> HttpResponse:
    """Render a form about a barrier, with the way back to the others."""
    back = reverse("wins:barriers", args=[request.membership.organisation.slug])
    return form_page(request, form, back_url=back, back_text=_("Barriers"), **context)


def to_board(organisation: str) -> HttpResponse:
    """Go to all barriers."""
    return redirect("wins:barriers", organisation)
