"""Where an ASGI server finds Beide."""

import os
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from threading import Thread
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beide.web.settings")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Room for a form's other fields beside the largest file.
OTHER_FIELDS = 1_000_000


def refuse_too_large(inner: App) -> App:
    """Refuse a body that says it is too large, before Django copies it to disk."""
    from django.conf import settings

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and stated_length(scope) > settings.UPLOAD_LIMIT + OTHER_FIELDS:
            megabytes = settings.UPLOAD_LIMIT // 1_000_000
            await answer(
                send,
                f"This file is larger than {megabytes} MB, the most this host takes. "
                f"Dit bestand is groter dan {megabytes} MB, meer neemt deze server niet aan.",
            )
            return
        await inner(scope, receive, send)

    return app


def stated_length(scope: Scope) -> int:
    """Return the Content-Length of a request, 0 when it says none."""
    stated = dict(scope["headers"]).get(b"content-length", b"0")
    return int(stated) if stated.isdigit() else 0


async def answer(send: Send, text: str) -> None:
    """Answer that the body is too large."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


def sockets() -> App:
    """Return what answers websockets: from Beide's own pages only, and never a stack trace."""
    from channels.routing import URLRouter  # type: ignore[import-untyped]
    from channels.security.websocket import (  # type: ignore[import-untyped]
        AllowedHostsOriginValidator,
        WebsocketDenier,
    )
    from django.urls import re_path

    from beide.web.team_sessions.live.routes import routes

    nowhere = re_path("", WebsocketDenier.as_asgi())
    inside: App = AllowedHostsOriginValidator(URLRouter([*routes, nowhere]))
    return inside


def by_kind(pages: App, live: App) -> App:
    """Send pages one way and websockets the other."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await (live if scope["type"] == "websocket" else pages)(scope, receive, send)

    return app


# Pages first: Django is set up when they are made.
pages = refuse_too_large(get_asgi_application())
application = by_kind(pages, sockets())

# Altair takes about a second to import; the first visitor of a figure need not wait for it.
Thread(target=import_module, args=["altair"], daemon=True).start()
