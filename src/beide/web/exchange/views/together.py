"""Do both modes strengthen each other? And starting one after another, so that it can be seen."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.exchange import access
from beide.web.exchange import together_actions as actions
from beide.web.exchange.forms import OrderForm
from beide.web.exchange.together import known_of
from beide.web.organisation.permissions import LEADING
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_safe
def together(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Say what can be said of it, and draw both lines."""
    mine = request.membership.organisation
    context = {
        "known": known_of(mine, today=timezone.localdate()),
        "orders": list(access.orders_of(mine.pk)),
        "may_ask": request.membership.has(*LEADING),
    }
    return render(request, "exchange/together.html", context)


@require_POST
def ask(request: Request, organisation: str) -> HttpResponse:
    """Have it computed, when there is enough to tell."""
    mine = request.membership.organisation
    if known_of(mine, today=timezone.localdate()).is_enough:
        actions.ask_together(organisation=mine)
        notices.done(request, _("Beide is computing it. It is here in a moment."))
    else:
        notices.not_done(request, _("There is still too little to compute it."))
    return redirect("exchange:together", organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: Request, organisation: str) -> HttpResponse:
    """Draw the order in which teams start."""
    mine = request.membership.organisation
    form = OrderForm(request.POST or None, organisation=mine)
    if request.method == "POST" and form.is_valid():
        order = actions.draw_order(organisation=mine, **form.cleaned_data)
        undo = reverse("exchange:together_order_remove", args=[organisation, order.pk])
        notices.done(request, _("Drawn. This order stays as it is."), undo=undo)
        return redirect("exchange:together_order", organisation, order.pk)
    status = 422 if form.errors else 200
    return render(request, "exchange/order_form.html", {"form": form}, status=status)


@require_safe
def order(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show an order, to print."""
    found = access.access_order(membership=request.membership, pk=pk)
    return render(request, "exchange/order.html", {"order": found, "starts": found.days})


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take an order away."""
    found = access.access_order(membership=request.membership, pk=pk)
    actions.remove_order(order=found)
    undo = reverse("exchange:together_order_put_back", args=[organisation, pk])
    notices.done(request, _("Taken away."), undo=undo)
    return redirect("exchange:together", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put an order back."""
    found = access.access_order(membership=request.membership, pk=pk, removed=True)
    actions.put_back_order(order=found)
    notices.done(request, _("It is back."))
    return redirect("exchange:together_order", organisation, pk)
