"""Where the things that both modes carry have their pages."""

from django.urls import reverse

from beide.change import Mode
from beide.web.initiatives.models import Initiative


def page_of(initiative: Initiative, slug: str) -> str:
    """Return the page of an initiative, which is in the room of its own mode."""
    room = "hierarchy" if initiative.mode is Mode.HIERARCHY else "network"
    return reverse(f"{room}:detail", args=[slug, initiative.pk])
