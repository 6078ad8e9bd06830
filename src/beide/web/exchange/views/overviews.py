"""Pages that look over everything: what is carried, and a year."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.exchange.portfolio import portfolio_of
from beide.web.exchange.year import year_of
from beide.web.organisation.requests import Request


@require_safe
def portfolio(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what is carried in each form, which ability grows with it, and what waits."""
    found = portfolio_of(request.membership.organisation)
    return render(request, "exchange/portfolio.html", {"portfolio": found})


@require_safe
def year(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show a year on two sheets of paper."""
    found = year_of(request.membership.organisation)
    return render(request, "exchange/year.html", {"year": found})
