"""Where a session stands, for pages that ask again and again."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from beide.web.organisation.requests import Request
from beide.web.team_sessions import access
from beide.web.team_sessions.state import state_of


@require_safe
@never_cache
def state(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Say where it stands: counts, never who."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    return JsonResponse(state_of(session, "guide"))
