"""What every page inside an organisation knows: who is here and where they can go."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from beide.web.organisation.models import Membership
from beide.web.organisation.permissions import TABLE, WORKING

# Pages about both modes at once, which belong to home.
ABOUT_BOTH = ("exchange:alarm", "exchange:portfolio", "exchange:year", "exchange:together")


@dataclass(frozen=True, slots=True)
class Destination:
    """One entry of the main navigation or of the account menu."""

    label: str
    url: str
    current: bool = False


def organisation(request: HttpRequest) -> dict[str, Any]:
    """Give templates the membership, the organisation and the navigation."""
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return {"membership": None, "organisation": None, "navigation": []}
    return {
        "membership": membership,
        "organisation": membership.organisation,
        "navigation": navigation(request, membership),
        "account_links": arranging(membership),
    }


def home_of(membership: Membership) -> str:
    """Return where someone starts in an organisation; the council has its own page."""
    route = "exchange:both" if membership.has(*WORKING) else "evidence:council"
    return reverse(route, args=[membership.organisation.slug])


def navigation(request: HttpRequest, membership: Membership) -> list[Destination]:
    """Return the rooms this person may enter."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    here = entry_of(view)
    rooms = [
        ("exchange:both", gettext("Both")),
        ("tensions:list", gettext("Tensions")),
        ("hierarchy:board", gettext("Hierarchy")),
        ("network:list", gettext("Network")),
        ("room:overview", gettext("Room")),
        ("exchange:insights", gettext("Insights")),
        ("evidence:list", gettext("Evidence")),
        ("evidence:council", gettext("Council")),
    ]
    return [
        Destination(
            label=label,
            url=reverse(route, args=[membership.organisation.slug]),
            current=route == here,
        )
        for route, label in rooms
        if membership.has(*TABLE.get(route, ()))
    ]


def arranging(membership: Membership) -> list[Destination]:
    """Return what this person may arrange for the organisation, for the account menu."""
    slug = membership.organisation.slug
    pages = [
        ("organisation:people", gettext("People")),
        ("organisation:teams", gettext("Teams")),
        ("organisation:settings", gettext("Settings")),
    ]
    return [
        Destination(label=label, url=reverse(route, args=[slug]))
        for route, label in pages
        if membership.has(*TABLE[route])
    ]


def entry_of(view: str) -> str:
    """Return the entry of the navigation that a page belongs to."""
    if view in {"exchange:both", "evidence:council"}:
        return view
    if view.startswith(ABOUT_BOTH):
        return "exchange:both"
    entries = {
        "exchange": "exchange:insights",
        "tensions": "tensions:list",
        "sessions": "tensions:list",
        "hierarchy": "hierarchy:board",
        "network": "network:list",
        "room": "room:overview",
        "evidence": "evidence:list",
        "effects": "evidence:list",
        "wins": "exchange:both",
        "partnerships": "network:list",
        "patterns": "evidence:list",
    }
    return entries.get(view.partition(":")[0], "")
