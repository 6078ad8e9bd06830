"""A body that says it is larger than the host takes is refused before it is read."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from django.conf import settings

from beide.web.asgi import refuse_too_large


def ask(length: bytes | None) -> tuple[list[Mapping[str, Any]], bool]:
    """Send a request with this Content-Length; returns what was answered, and if Django saw it."""
    sent: list[Mapping[str, Any]] = []
    reached = []

    async def inner(*_: Any) -> None:
        reached.append(True)

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request"}

    headers = [] if length is None else [(b"content-length", length)]

    async def run() -> None:
        await refuse_too_large(inner)({"type": "http", "headers": headers}, receive, send)

    asyncio.run(run())
    return sent, bool(reached)


def test_a_body_over_the_limit_is_refused() -> None:
    sent, reached = ask(str(settings.UPLOAD_LIMIT + 2_000_000).encode())
    assert sent[0]["status"] == 413
    assert b"2000 MB" in sent[1]["body"]
    assert not reached


@pytest.mark.parametrize("length", [None, b"12", b"nonsense"])
def test_other_requests_pass(length: bytes | None) -> None:
    assert ask(length) == ([], True)
