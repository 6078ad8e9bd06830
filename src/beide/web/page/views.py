"""Pages that belong to no organisation."""

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from beide.change import Form, Mode, content


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say what Beide is for; people who are signed in go to their organisation."""
    if request.user.is_authenticated:
        return redirect("organisation:mine")
    words = content()
    context = {
        "plane": [(form, words.forms[form]) for form in sorted(Form, key=place_in_plane)],
        "modes": [(mode, words.modes[mode]) for mode in Mode],
    }
    return render(request, "page/front.html", context)


def place_in_plane(form: Form) -> tuple[bool, bool]:
    """Order the forms as they are read: how we think upwards, how we work to the right."""
    return (not form.paradigm_shifts, form.configuration_changes)


@require_safe
@never_cache
def health(_request: HttpRequest) -> JsonResponse:
    """Tell a host's monitor whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every part of the design system; for those who build Beide."""
    if not settings.STYLEGUIDE:
        raise Http404
    return render(request, "page/styleguide.html")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Explain a form that was open too long, and how to send it again."""
    return render(request, "403_csrf.html", status=403)
