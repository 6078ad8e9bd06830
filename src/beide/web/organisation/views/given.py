"""What was sent: by a form, or by the button that takes an action back."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict


def given(request: HttpRequest) -> QueryDict:
    """Return the form's answers; an undo button carries them in its address instead."""
    return request.POST if set(request.POST) - {"csrfmiddlewaretoken"} else request.GET


def undo_with(address: str, answers: Mapping[str, object]) -> str:
    """Return the address that sends these answers again."""
    return f"{address}?{urlencode(answers, doseq=True)}"
