"""The hubs of this process: opened for the first who watches, closed after the last."""

import asyncio

from beide.web.live.hub import Hub, LookUp
from beide.web.live.watching import Watcher

# By event loop too: tests have one each.
hubs: dict[tuple[int, str], Hub] = {}


async def watch(group: str, look_up: LookUp, watcher: Watcher) -> None:
    """Begin to watch a group."""
    key = key_of(group)
    if key not in hubs:
        hubs[key] = Hub(group, look_up)
    await hubs[key].add(watcher)


def watch_no_longer(group: str, watcher: Watcher) -> None:
    """Stop watching; the hub closes when nobody does."""
    watcher.stop()
    hub = hubs.get(key_of(group))
    if hub is None:
        return
    hub.watchers.discard(watcher)
    if not hub.watchers:
        hub.close()
        del hubs[key_of(group)]


def key_of(group: str) -> tuple[int, str]:
    """Return the key of a group's hub in the loop that runs now."""
    return id(asyncio.get_running_loop()), group
