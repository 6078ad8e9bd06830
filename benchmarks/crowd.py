"""People with phones and guides with screens, as a server meets them: over websockets."""

import asyncio
import json
import random
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

STATEMENT = re.compile(r'name="statement"\s+value="([^"]+)"')
LOST = (ConnectionClosed, InvalidStatus, OSError, TimeoutError)


@dataclass
class Told:
    """What a run came to know, all times in seconds."""

    acknowledged: int = 0
    waits: list[float] = field(default_factory=list)
    interrupted: list[float] = field(default_factory=list)
    # For each session: when someone sent the answer after which they were ready, and when it was
    # acknowledged; and when the guide's screen was told how many were.
    finished: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    screens: dict[str, list[tuple[float, int]]] = field(default_factory=dict)

    def to_screen(self) -> list[float]:
        """Return how long each who got ready took to be seen by the guide."""
        found = []
        for code, finished in self.finished.items():
            in_order = sorted(finished, key=lambda each: each[1])
            for count, (sent, _acknowledged) in enumerate(in_order, start=1):
                seen = [at for at, ready in self.screens.get(code, []) if ready >= count]
                found.append(min(seen) - sent if seen else float("inf"))
        return found


@dataclass
class Person:
    """Someone who answers at a human pace, and whose phone connects again when it must."""

    address: str
    code: str
    secret: str
    statement: str
    pace: float
    told: Told
    rng: random.Random
    value: int = 3
    position: int = 0
    sent_at: float = 0.0

    async def take_part(self) -> None:
        """Answer until there is nothing left to answer."""
        await asyncio.sleep(self.rng.uniform(0, self.pace))
        headers = {"Cookie": f"beide_seat={self.secret}", "Accept-Language": "nl"}
        url = f"ws{self.address[4:]}/s/{self.code}/live/"
        await keep_connected(url, headers, self.address, self.rng, self.answer_all)

    async def answer_all(self, socket: ClientConnection) -> None:
        """Answer; begin with what was on its way when the connection was lost."""
        while self.statement:
            if not self.sent_at:
                await self.think(socket)
            again, self.sent_at = bool(self.sent_at), self.sent_at or time.monotonic()
            self.note(await self.answer(socket), self.sent_at, again=again)
            self.sent_at = 0.0

    async def think(self, socket: ClientConnection) -> None:
        """Read the statement; meanwhile the phone hears how many are ready."""
        until = time.monotonic() + self.rng.uniform(0.5, 1.5) * self.pace
        while (left := until - time.monotonic()) > 0:
            try:
                await asyncio.wait_for(socket.recv(), left)
            except TimeoutError:
                return

    async def answer(self, socket: ClientConnection) -> dict[str, Any]:
        """Send an answer and wait for what became of it."""
        what = {"do": "answer", "id": self.position, "place": 1, "round": 1}
        what |= {"position": self.position, "statement": self.statement, "value": str(self.value)}
        await socket.send(json.dumps(what))
        while True:
            heard: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), 20))
            if "taken" in heard:
                return heard

    def note(self, heard: dict[str, Any], sent_at: float, *, again: bool) -> None:
        """Note that an answer was acknowledged, and read what comes next."""
        if heard["taken"] not in {"new", "already"}:
            raise AssertionError(heard)
        now = time.monotonic()
        self.told.acknowledged += 1
        (self.told.interrupted if again else self.told.waits).append(now - sent_at)
        found = STATEMENT.search(heard["html"])
        self.statement = found.group(1) if found else ""
        self.position += 1
        self.value = self.rng.randint(1, 5)
        if not self.statement and not again:
            self.told.finished.setdefault(self.code, []).append((sent_at, now))


@dataclass
class Guide:
    """A guide's screen that counts."""

    address: str
    slug: str
    pk: int
    code: str
    cookie: str
    told: Told

    async def watch(self) -> None:
        """Note how many are ready, and when one was told, until the run is over."""
        headers = {"Cookie": f"sessionid={self.cookie}"}
        url = f"ws{self.address[4:]}/o/{self.slug}/sessions/{self.pk}/live/"
        rng = random.Random(self.pk)
        await keep_connected(url, headers, self.address, rng, self.listen)

    async def listen(self, socket: ClientConnection) -> None:
        """Note what the screen is told."""
        while True:
            ready = json.loads(await socket.recv())["state"]["ready"]
            self.told.screens.setdefault(self.code, []).append((time.monotonic(), ready))


async def keep_connected(
    url: str,
    headers: dict[str, str],
    origin: str,
    rng: random.Random,
    use: Callable[[ClientConnection], Awaitable[None]],
) -> None:
    """Use a connection, and another each time it is lost, waiting a little longer each time."""
    wait = 0.3
    while True:
        try:
            async with connect(
                url,
                additional_headers=headers,
                origin=Origin(origin),
                open_timeout=20,
                compression=None,
            ) as socket:
                wait = 0.3
                await use(socket)
                return
        except LOST:
            await asyncio.sleep(wait * rng.uniform(0.5, 1.5))
            wait = min(2 * wait, 3.0)
