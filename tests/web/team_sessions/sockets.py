"""Sockets of phones and guides, in a test."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any

from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.test import Client

from beide.web.asgi import application
from beide.web.organisation.models import Membership
from beide.web.team_sessions.models import Session
from beide.web.team_sessions.secret import COOKIE

# A busy machine takes its time; nothing waits this long otherwise.
PATIENCE = 30
ORIGIN = b"http://localhost:8000"


class Socket:
    """A socket of someone's page."""

    def __init__(self, address: str, cookies: dict[str, str], origin: bytes = ORIGIN) -> None:
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        headers = [
            (b"origin", origin),
            (b"host", b"localhost:8000"),
            (b"cookie", cookie.encode()),
            (b"accept-language", b"en"),
        ]
        scope = {
            "type": "websocket",
            "path": address,
            "query_string": b"",
            "headers": headers,
            "subprotocols": [],
        }
        # Not typed where it comes from.
        self.wire: Any = ApplicationCommunicator(application, scope)  # type: ignore[no-untyped-call]

    async def connect(self) -> bool:
        """Knock; tell whether the door opens."""
        await self.wire.send_input({"type": "websocket.connect"})
        told = await self.wire.receive_output(timeout=PATIENCE)
        return bool(told["type"] == "websocket.accept")

    async def say(self, **what: object) -> None:
        """Send something that can be read."""
        await self.send(text=json.dumps(what))

    async def send(self, *, text: str | None = None, raw: bytes | None = None) -> None:
        """Send anything."""
        await self.wire.send_input({"type": "websocket.receive", "text": text, "bytes": raw})

    async def hear(self, key: str) -> Any:
        """Return the next thing of this kind that comes."""
        while True:
            told = json.loads((await self.wire.receive_output(timeout=PATIENCE))["text"])
            if key in told:
                return told[key] if key == "state" else told

    async def state(self, name: str, value: object) -> dict[str, Any]:
        """Return the next state in which this has this value."""
        while True:
            state: dict[str, Any] = await self.hear("state")
            if state[name] == value:
                return state


@asynccontextmanager
async def opened(
    address: str, cookies: dict[str, str], origin: bytes = ORIGIN
) -> AsyncIterator[Socket]:
    """Open a socket, and close it."""
    socket = Socket(address, cookies, origin)
    assert await socket.connect()
    yield socket
    await socket.wire.send_input({"type": "websocket.disconnect", "code": 1000})
    await socket.wire.wait(timeout=PATIENCE)


async def closed_with(address: str, cookies: dict[str, str]) -> int:
    """Return the code with which a socket is closed at once."""
    socket = Socket(address, cookies)
    await socket.connect()
    told = await socket.wire.receive_output(timeout=PATIENCE)
    assert told["type"] == "websocket.close"
    return int(told["code"])


def of_phone(session: Session, secret: str) -> tuple[str, dict[str, str]]:
    """Return the address and the cookies of a phone's socket."""
    return f"/s/{session.code}/live/", {COOKIE: secret}


def of_guide(session: Session, client: Client) -> tuple[str, dict[str, str]]:
    """Return the address and the cookies of a guide's socket."""
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    return f"/o/noord/sessions/{session.pk}/live/", cookies


def live(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Run a test in an event loop, in which the database is that of the test."""

    @wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        async def bounded() -> None:
            async with asyncio.timeout(4 * PATIENCE):
                await test(*args, **kwargs)

        async_to_sync(bounded)()

    return run


def signed_in(membership: Membership) -> Client:
    """Return a browser in which someone is signed in."""
    client = Client()
    client.force_login(membership.person, backend="django.contrib.auth.backends.ModelBackend")
    return client
