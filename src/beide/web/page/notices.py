"""Say what was just done, with a way back where there is one."""

from django.contrib import messages
from django.http import HttpRequest


def done(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Show a notice on the next page; ``undo`` is an address that takes the action back by POST."""
    messages.success(request, text, extra_tags=undo)


def not_done(request: HttpRequest, text: str) -> None:
    """Show on the next page that something was not done, and why."""
    messages.error(request, text)
