"""Wins: all of them, one of them, writing one down."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.wins import access, actions, shown
from beide.web.wins.forms import WinForm
from beide.web.wins.thanks import thanked
from beide.web.wins.views.pages import form_page

ON_A_PAGE = 30


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show the wins, the latest first."""
    here = request.membership.organisation
    pages = Paginator(access.wins_of(here), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    found = shown.cards(here, list(page.object_list), thanked=thanked(request))
    return render(request, "wins/list.html", {"cards": found, "page": page})


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show one win."""
    win = access.access_win(membership=request.membership, pk=pk)
    [card] = shown.cards(request.membership.organisation, [win], thanked=thanked(request))
    return render(request, "wins/detail.html", {"card": card, "win": win})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Write down a win; the address may say where it comes from."""
    here = request.membership.organisation
    form = WinForm(
        request.POST or None,
        request.FILES or None,
        organisation=here,
        initial={name: request.GET.get(name, "") for name in ("initiative", "plan")},
    )
    if request.method == "POST" and form.is_valid():
        win = actions.win(organisation=here, told=form.told())
        undo = reverse("wins:withdraw", args=[organisation, win.pk])
        notices.done(request, _("Your win is on the page."), undo=undo)
        return redirect("wins:detail", organisation, win.pk)
    return form_page(
        request,
        form,
        heading=_("What went well?"),
        lead=_("Keep it short. A win that people can see for themselves says most."),
        button=_("Put it on the page"),
        keep="wins-new",
        back_url=reverse("wins:list", args=[organisation]),
        back_text=_("Wins"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change what a win tells."""
    win = access.access_win(membership=request.membership, pk=pk)
    form = WinForm(
        request.POST or None,
        request.FILES or None,
        organisation=request.membership.organisation,
        win=win,
        initial=WinForm.now(win),
    )
    if request.method == "POST" and form.is_valid():
        without = bool(form.cleaned_data.get("without_photo"))
        actions.retell(win=win, told=form.told(), without_photo=without)
        notices.done(request, _("Saved."))
        return redirect("wins:detail", organisation, pk)
    return form_page(
        request,
        form,
        heading=_("Tell it differently"),
        button=_("Save"),
        keep=f"wins-{pk}",
        back_url=reverse("wins:detail", args=[organisation, pk]),
        back_text=win.title,
    )


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a win off the page."""
    actions.withdraw(win=access.access_win(membership=request.membership, pk=pk))
    undo = reverse("wins:put_back", args=[organisation, pk])
    notices.done(request, _("The win is off the page."), undo=undo)
    return redirect("wins:list", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a win back."""
    win = access.access_win(membership=request.membership, pk=pk, withdrawn=True)
    actions.put_back(win=win)
    notices.done(request, _("The win is on the page again."))
    return redirect("wins:detail", organisation, pk)


@require_safe
def photo(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Give the photo of a win."""
    win = access.access_win(membership=request.membership, pk=pk)
    if not win.photo or not win.photo.storage.exists(str(win.photo.name)):
        raise Http404
    with win.photo.open("rb") as kept:
        answer = HttpResponse(kept.read(), content_type="image/jpeg")
    answer["Cache-Control"] = "private, max-age=3600"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
