"""Groups of watchers, over all processes: one word goes in, and each process hears it."""

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer  # type: ignore[import-untyped]

AT_ONCE, SOON = "at_once", "soon"


def tell(group: str, *, at_once: bool = False) -> None:
    """Tell a group's watchers in every process to look again."""
    layer = get_channel_layer()
    if layer is not None:
        async_to_sync(layer.group_send)(group, {"type": AT_ONCE if at_once else SOON})
