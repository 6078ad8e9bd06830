"""What a socket brings along from the page that opened it: cookies, a language, a CSRF token."""

from typing import Any

from django.http import HttpRequest, parse_cookie
from django.http.response import HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.translation import get_language_from_request

Scope = dict[str, Any]


def request_of(scope: Scope) -> HttpRequest:
    """Return a request with the socket's cookies and language, as a page's view would have it."""
    headers = {name.decode("latin1"): value.decode("latin1") for name, value in scope["headers"]}
    request = HttpRequest()
    request.method = "GET"
    request.COOKIES = parse_cookie(headers.get("cookie", ""))
    request.META = {"HTTP_ACCEPT_LANGUAGE": headers.get("accept-language", "")}
    CsrfViewMiddleware(lambda _request: HttpResponse()).process_request(request)
    return request


def language_of(request: HttpRequest) -> str:
    """Return the language of whoever holds the phone."""
    return get_language_from_request(request)


def token_of(request: HttpRequest) -> str:
    """Return a token for the forms in what is sent; the same secret as the page's."""
    return get_token(request)
