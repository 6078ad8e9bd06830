"""A request made inside an organisation."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from beide.web.organisation.models import Membership


class Request(HttpRequest):
    """What views inside an organisation get: the membership is already checked."""

    membership: "Membership"
    htmx: "HtmxDetails"
