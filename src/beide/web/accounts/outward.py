"""The way out to an organisation's own sign-in."""

from allauth.socialaccount.providers.openid_connect.views import login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme


def go_on(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Leave by a page of our own, where allauth would redirect.

    A form on our pages may only lead to ourselves, and browsers hold that for every redirect after
    it. A page in between lets people go on to any sign-in, without a list of hosts to keep.
    """
    answer: HttpResponseBase = login(request, provider_id=provider_id)
    there = answer.headers.get("Location", "")
    if url_has_allowed_host_and_scheme(there, {request.get_host()}) or not there:
        return answer
    return render(request, "socialaccount/login_redirect.html", {"redirect_to": there})
