"""A hub looks once for everyone, and at a pace that pages and people can bear."""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from channels.layers import get_channel_layer  # type: ignore[import-untyped]

from beide.web.live import hub as hub_module
from beide.web.live.groups import AT_ONCE, SOON
from beide.web.live.hubs import hubs, watch, watch_no_longer
from beide.web.live.watching import Look, Payload, Watcher
from tests.web.team_sessions.sockets import PATIENCE, live

GROUP = "test.1"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let hubs look by themselves sooner than they do for people, and leave none behind."""
    monkeypatch.setattr(hub_module, "LOOK_EVERY", 0.4)
    yield
    hubs.clear()


class Scene:
    """Something to look at, and someone who looks."""

    def __init__(self) -> None:
        self.turn, self.count, self.looks = 1, 0, 0
        self.fails = False

    def look(self) -> Look:
        """Return what there is to see."""
        self.looks += 1
        if self.fails:
            self.fails = False
            raise RuntimeError
        seen = {"turn": self.turn, "count": self.count}
        return Look(turn=self.turn, audiences={"guide": seen, "phone": seen}, besides={"clock": 1})


class Page:
    """A page that notes what it was shown."""

    def __init__(self, audience: str) -> None:
        self.seen: list[dict[str, Any]] = []
        self.watcher = Watcher(audience, self.note)

    async def note(self, payload: Payload) -> None:
        """Note it."""
        self.seen.append(dict(payload))


async def tell(kind: str = SOON) -> None:
    await get_channel_layer().group_send(GROUP, {"type": kind})


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


async def watched(scene: Scene, *pages: Page) -> None:
    """Let pages watch, until each has seen how things are."""
    for page in pages:
        await watch(GROUP, scene.look, page.watcher)
    await until(lambda: all(page.seen for page in pages))


def leave(*pages: Page) -> None:
    for page in pages:
        watch_no_longer(GROUP, page.watcher)
    assert hubs == {}


@live
async def test_a_page_sees_at_once_how_things_are() -> None:
    scene, page = Scene(), Page("phone")
    await watched(scene, page)
    assert page.seen[0] == {"turn": 1, "count": 0, "clock": 1}
    leave(page)


@live
async def test_many_words_are_few_looks() -> None:
    scene, pages = Scene(), [Page("guide") for _ in range(20)]
    await watched(scene, *pages)
    begun = time.monotonic()
    for _ in range(200):
        scene.count += 1
        await tell()
        await asyncio.sleep(0.002)
    await until(lambda: all(page.seen[-1]["count"] == 200 for page in pages))
    most = (time.monotonic() - begun) / hub_module.PACES["guide"] + 3
    assert scene.looks <= most
    assert len(pages[0].seen) <= most
    leave(*pages)


@live
async def test_a_turn_is_shown_to_everyone_also_to_who_is_busy() -> None:
    scene, busy, waiting = Scene(), Page("phone"), Page("phone")
    await watched(scene, busy, waiting)
    busy.watcher.busy = True
    scene.count = 5
    await tell()
    await until(lambda: waiting.seen[-1]["count"] == 5)
    assert busy.seen[-1]["count"] == 0
    scene.turn = 2
    await tell(AT_ONCE)
    await until(lambda: busy.seen[-1]["turn"] == 2)
    assert not busy.watcher.busy
    leave(busy, waiting)


@live
async def test_what_nobody_told_is_seen_all_the_same() -> None:
    scene, page = Scene(), Page("phone")
    await watched(scene, page)
    scene.turn = 2
    await until(lambda: page.seen[-1]["turn"] == 2)
    leave(page)


@live
async def test_a_clock_that_runs_is_no_reason_to_send() -> None:
    scene, page = Scene(), Page("guide")
    await watched(scene, page)
    before = scene.looks
    await until(lambda: scene.looks > before)
    await tell()
    await until(lambda: scene.looks > before + 1)
    assert len(page.seen) <= 2
    leave(page)


@live
async def test_a_look_that_fails_is_followed_by_another() -> None:
    scene, page = Scene(), Page("guide")
    await watched(scene, page)
    scene.fails, scene.count = True, 3
    await tell()
    await until(lambda: page.seen[-1]["count"] == 3)
    leave(page)


@live
async def test_a_page_that_is_stuck_holds_nobody_up() -> None:
    scene, stuck, other = Scene(), Page("guide"), Page("guide")
    never = asyncio.Event()

    async def hang(_payload: Payload) -> None:
        await never.wait()

    stuck.watcher.send = hang
    await watch(GROUP, scene.look, stuck.watcher)
    await watched(scene, other)
    scene.count = 1
    await tell()
    await until(lambda: other.seen[-1]["count"] == 1)
    leave(stuck, other)
