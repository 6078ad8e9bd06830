"""One listener a group in each process: it looks once, and shows everyone who watches.

Three hundred phones cost one look at the database when something changes, not three hundred. A hub
also looks by itself now and then, so that a word that was lost is made up for, and so that several
processes without Redis still follow each other within seconds.
"""

import asyncio
import time
from collections.abc import Callable, Mapping

import structlog
from channels.layers import get_channel_layer  # type: ignore[import-untyped]

from beide.web.live.database import in_database
from beide.web.live.groups import AT_ONCE
from beide.web.live.watching import Look, Payload, Watcher

logger = structlog.get_logger("beide.live")
LOOK_EVERY = 3.0
FRESH = 0.5
# At most how often each audience is shown something new, in seconds.
PACES: Mapping[str, float] = {"guide": 0.25, "phone": 2.0}
LookUp = Callable[[], Look | None]


class Hub:
    """Listens for a group and shows its watchers what there is to see."""

    def __init__(self, group: str, look_up: LookUp) -> None:
        self.group, self.look_up = group, look_up
        self.watchers: set[Watcher] = set()
        self.last: Look | None = None
        self.looked = 0.0
        self.looking = asyncio.Lock()
        self.heard = asyncio.Event()
        self.is_behind = self.at_once = False
        self.shown: dict[str, Payload] = {}
        self.shown_at: dict[str, float] = {}
        self.tasks = [asyncio.create_task(self.listen()), asyncio.create_task(self.speak())]

    def close(self) -> None:
        """Stop listening."""
        for task in self.tasks:
            task.cancel()

    async def add(self, watcher: Watcher) -> None:
        """Let someone watch, and show them how things are now."""
        self.watchers.add(watcher)
        async with self.looking:
            if self.last is None or time.monotonic() - self.looked > FRESH:
                await self.look()
        if self.last is not None:
            watcher.show(self.last.for_audience(watcher.audience))

    async def listen(self) -> None:
        """Note every word that comes in, and begin again when the line is cut."""
        while True:
            try:
                await self.hear()
            except Exception:  # each kind of layer has errors of its own
                logger.exception("line cut", group=self.group)
                await asyncio.sleep(LOOK_EVERY)

    async def hear(self) -> None:
        """Note every word, until the line is cut."""
        layer = get_channel_layer()
        channel = await layer.new_channel()
        await layer.group_add(self.group, channel)
        try:
            while True:
                message = await layer.receive(channel)
                self.is_behind = True
                self.at_once |= message["type"] == AT_ONCE
                self.heard.set()
        finally:
            await layer.group_discard(self.group, channel)

    async def speak(self) -> None:
        """Look when there was a word, or when it was long ago, and show what changed."""
        while True:
            if not self.is_behind:
                await self.listen_for(self.until_due())
            self.is_behind = self.at_once = False
            try:
                async with self.looking:
                    await self.look()
            except Exception:  # the next look may go well
                logger.exception("look failed")
            self.show_changes()
            # However many words come in, nobody needs more than one look in this time.
            end = time.monotonic() + min(PACES.values())
            while not self.at_once and (left := end - time.monotonic()) > 0:
                await self.listen_for(left)

    async def listen_for(self, seconds: float) -> None:
        """Wait for a word, at most so long."""
        self.heard.clear()
        try:
            await asyncio.wait_for(self.heard.wait(), seconds)
        except TimeoutError:
            return

    async def look(self) -> None:
        """Look; when it has become another's turn, nobody has seen anything yet."""
        before, self.last = self.last, await in_database(self.look_up)
        self.looked = time.monotonic()
        if before and self.last and before.turn != self.last.turn:
            self.shown, self.shown_at = {}, {}
            for watcher in self.watchers:
                watcher.busy = False

    def missing(self) -> list[str]:
        """Return the audiences that were not shown the last look."""
        if self.last is None:
            return []
        return [name for name, now in self.last.audiences.items() if now != self.shown.get(name)]

    def until_due(self) -> float:
        """Return the seconds until an audience may be shown what it has missed."""
        now = time.monotonic()
        due = [self.shown_at.get(name, 0.0) + PACES[name] - now for name in self.missing()]
        return max(0.0, min([*due, LOOK_EVERY]))

    def show_changes(self) -> None:
        """Show each audience what it missed, if its time has come."""
        now = time.monotonic()
        for name in self.missing():
            if self.last and now >= self.shown_at.get(name, 0.0) + PACES[name]:
                self.shown[name], self.shown_at[name] = self.last.audiences[name], now
                payload = self.last.for_audience(name)
                for watcher in self.watchers:
                    if watcher.audience == name and not watcher.busy:
                        watcher.show(payload)
