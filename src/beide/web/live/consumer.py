"""A websocket of someone who watches a group, and may say something."""

import json
from abc import ABC, abstractmethod
from typing import Any

from channels.generic.websocket import (  # type: ignore[import-untyped]
    AsyncWebsocketConsumer,
)

from beide.web.live.database import in_database
from beide.web.live.hub import LookUp
from beide.web.live.hubs import watch, watch_no_longer
from beide.web.live.watching import Payload, Watcher

# Closed with this, a page need not try again: it has no business here (any more).
NOT_FOUND = 4404
LONGEST = 4_000


class LiveConsumer(ABC, AsyncWebsocketConsumer):  # type: ignore[misc]
    """Let someone in who may watch, show what there is to see, and take in what they say.

    A room says who may come in and what there is to see in ``enter``, and what becomes of what
    was said in ``take``. Both run where the database can be asked.
    """

    # The hub listens for everyone: a consumer needs no channel of its own.
    channel_layer_alias = ""
    audience = ""

    @abstractmethod
    def enter(self) -> tuple[str, LookUp] | None:
        """Return the group to watch and how to look, or None for someone who may not."""

    @abstractmethod
    def take(self, said: dict[str, Any]) -> Payload | None:
        """Do what was said; return what to answer."""

    async def connect(self) -> None:
        """Let someone in, or close."""
        self.group = ""
        found = await in_database(self.enter)
        await self.accept()
        if found is None:
            await self.close(NOT_FOUND)
            return
        self.group, look_up = found
        self.watcher = Watcher(self.audience, self.show)
        await watch(self.group, look_up, self.watcher)

    async def disconnect(self, _code: int) -> None:
        """Watch no longer."""
        if self.group:
            watch_no_longer(self.group, self.watcher)

    async def receive(self, text_data: str | None = None, **_more: object) -> None:
        """Take in what was said, if it can be read."""
        said = read(text_data)
        if said is None or not self.group:
            return
        answer = await in_database(self.take, said)
        if answer is not None:
            await self.say(answer)

    async def show(self, payload: Payload) -> None:
        """Show how things are."""
        await self.say({"state": payload})

    async def say(self, payload: Payload) -> None:
        """Send something."""
        await self.send(json.dumps(payload, ensure_ascii=False))


def read(text: str | None) -> dict[str, Any] | None:
    """Return what a page sent, or None when it is no object or too long to be from one."""
    if text is None or len(text) > LONGEST:
        return None
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None
