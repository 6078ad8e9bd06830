"""With Redis, what is told in one process is seen in another at once; without it, soon."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from beide.web.live import hub as hub_module
from beide.web.live.groups import AT_ONCE, tell
from tests.web.live.test_hub import GROUP, Page, Scene, leave, until, watched
from tests.web.team_sessions.sockets import live
from tools.servers import NoServer, redis

BACKEND = "channels_redis.pubsub.RedisPubSubChannelLayer"
OTHER = """
import sys
from asgiref.sync import async_to_sync
from channels_redis.pubsub import RedisPubSubChannelLayer
address, group, kind = sys.argv[1:]
layer = RedisPubSubChannelLayer(hosts=[address])
async_to_sync(layer.group_send)(group, {"type": kind})
"""


def layers(address: str) -> dict[str, Any]:
    return {"default": {"BACKEND": BACKEND, "CONFIG": {"hosts": [address]}}}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    try:
        with redis() as found:
            yield found
    except NoServer as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@live
async def test_another_process_is_heard(
    address: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CHANNEL_LAYERS = layers(address)
    monkeypatch.setattr(hub_module, "LOOK_EVERY", 600)
    scene, page = Scene(), Page("guide")
    await watched(scene, page)
    await asyncio.sleep(0.5)
    scene.count = 7
    command = [sys.executable, "-c", OTHER, address, GROUP, AT_ONCE]
    await asyncio.to_thread(subprocess.run, command, check=True, timeout=60)
    await until(lambda: page.seen[-1]["count"] == 7)
    leave(page)


@live
async def test_without_the_server_pages_still_see_it(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CHANNEL_LAYERS = layers("redis://127.0.0.1:1/0")
    monkeypatch.setattr(hub_module, "LOOK_EVERY", 0.2)
    scene, page = Scene(), Page("guide")
    await watched(scene, page)
    scene.count = 7
    await until(lambda: page.seen[-1]["count"] == 7)
    leave(page)


def test_what_was_done_is_done_when_the_word_is_lost(settings: Any) -> None:
    settings.CHANNEL_LAYERS = layers("redis://127.0.0.1:1/0")
    tell(GROUP, at_once=True)
