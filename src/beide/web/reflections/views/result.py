"""The result: where it stands, how sure that is, what it asks, and what to do next."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from beide import reflect
from beide.web.reflections import access, actions, told
from beide.web.reflections.asking import SURE, question_of, verdict_of
from beide.web.reflections.models import Reflection, Round
from beide.web.reflections.picture import HEIGHT, WIDTH, arrow, cloud
from beide.web.reflections.shifted import shift_in_words
from beide.web.reflections.views.holder import for_holder


@require_safe
@for_holder
def result(request: HttpRequest, reflection: Reflection, token: str) -> HttpResponse:
    """Tell what the last finished time says, beside the time before it."""
    rounds = access.rounds_of(reflection)
    done = [each for each in rounds if question_of(each) is None]
    if not done:
        return redirect("reflections:question", token)
    now = verdict_of(done[-1])
    context = {
        "reflection": reflection,
        "token": token,
        "round": done[-1],
        "last_position": len(done[-1].answers.all()) - 1,
        "under_way": rounds[-1] is not done[-1],
        **outcome(now),
        **links(request, reflection, token),
        **(comparison(done[-2], now) if len(done) > 1 else {}),
        "colours": told.colours_of(reflection.organisation),
    }
    return render(request, "reflections/result.html", context)


def outcome(now: reflect.Verdict) -> dict[str, Any]:
    """Return what is told of one time."""
    return {
        "verdict": now,
        "cloud": cloud(now.cloud),
        "sure": round(100 * SURE),
        "plane": told.PLANE,
        "width": WIDTH,
        "height": HEIGHT,
        "chances": told.chances_of(now),
        "weighed": told.weighed_most(now),
        "asks": told.asks_of(now),
        "questions": told.questions_of(now),
    }


def comparison(before: Round, now: reflect.Verdict) -> dict[str, Any]:
    """Return what is told of the shift since the time before."""
    earlier = verdict_of(before)
    was = cloud(earlier.cloud)
    return {
        "before": before,
        "earlier": earlier,
        "earlier_cloud": was,
        "arrow": arrow(was, cloud(now.cloud)),
        "shift": shift_in_words(earlier, now),
    }


def links(request: HttpRequest, reflection: Reflection, token: str) -> dict[str, str]:
    """Return the holder's own link, and one with which others begin on the same subject."""
    own = reverse("reflections:question", args=[token])
    others = f"{reverse('reflections:begin')}?{urlencode({'about': reflection.subject})}"
    return {
        "own_link": request.build_absolute_uri(own),
        "others_link": request.build_absolute_uri(others),
    }


@require_POST
@for_holder
def again(_request: HttpRequest, reflection: Reflection, token: str) -> HttpResponse:
    """Begin another time on the same subject."""
    actions.again(reflection=reflection)
    return redirect("reflections:question", token)


@require_POST
@for_holder
def not_again(_request: HttpRequest, reflection: Reflection, token: str) -> HttpResponse:
    """Leave another time that was begun, and go back to the result."""
    actions.not_again(reflection=reflection)
    return redirect("reflections:result", token)
