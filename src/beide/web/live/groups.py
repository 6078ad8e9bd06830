"""Groups of watchers, over all processes: one word goes in, and each process hears it."""

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer  # type: ignore[import-untyped]

logger = structlog.get_logger("beide.live")
AT_ONCE, SOON = "at_once", "soon"


def tell(group: str, *, at_once: bool = False) -> None:
    """Tell a group's watchers in every process to look again.

    What was done is done, also when the word does not come through: watchers look by themselves
    within seconds.
    """
    layer = get_channel_layer()
    if layer is None:
        return
    try:
        async_to_sync(layer.group_send)(group, {"type": AT_ONCE if at_once else SOON})
    except Exception:  # each kind of layer has errors of its own
        logger.exception("word lost", group=group)
