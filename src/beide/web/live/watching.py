"""Someone who watches a group, and what there is to see."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Payload = Mapping[str, Any]
Send = Callable[[Payload], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a group's watchers may see now.

    ``turn`` changes when everyone must know at once; in between, what each audience sees is sent
    at its own pace. ``besides`` goes along, and is no reason to send: a clock that runs.
    """

    turn: object
    audiences: Mapping[str, Payload]
    besides: Payload = field(default_factory=dict)

    def for_audience(self, name: str) -> Payload:
        """Return what one audience is sent."""
        return {**self.audiences[name], **self.besides}


@dataclass(eq=False, slots=True)
class Watcher:
    """One open page. A slow one gets the last thing there was to see and holds nobody up.

    One that is ``busy`` does not show what changes in between, and is told of turns only.
    """

    audience: str
    send: Send
    busy: bool = False
    waiting: Payload | None = None
    sending: asyncio.Task[None] | None = field(default=None, repr=False)

    def show(self, payload: Payload) -> None:
        """Send it, after what is still on its way."""
        self.waiting = payload
        if self.sending is None or self.sending.done():
            self.sending = asyncio.create_task(self._send_what_waits())

    def stop(self) -> None:
        """Send nothing more."""
        self.waiting = None
        if self.sending is not None:
            self.sending.cancel()

    async def _send_what_waits(self) -> None:
        while self.waiting is not None:
            payload, self.waiting = self.waiting, None
            try:
                await self.send(payload)
            except Exception:  # the page is gone, in whichever way
                return
