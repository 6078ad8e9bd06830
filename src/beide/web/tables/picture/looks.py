"""What each kind of brick looks like: its colours, its sign and its shape."""

from dataclasses import dataclass
from typing import Final, Literal

WIDTH: Final = 160
HEIGHT: Final = 64
STUD: Final = 8
"""How far a stud stands out above its brick."""
INK: Final = "#22262b"
PAPER: Final = "#fffdfa"
FONT: Final = '"Atkinson Hyperlegible Next", Verdana, sans-serif'
Shape = Literal["brick", "figure", "tile", "arrow", "plate"]


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and edge have a contrast of at least 3 with each other, ink and fill at least 4.5."""

    fill: str
    edge: str
    shape: Shape
    sign: str


LOOKS: Final = {
    "step": Look("#9ccdd8", "#22596a", "brick", "M5 12h12M12 6l6 6-6 6"),
    "role": Look(
        "#f5bfa9", "#8f3c1f", "figure", "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 21a8 8 0 0 1 16 0"
    ),
    "customer": Look(
        "#d6c2e8",
        "#5c3d78",
        "figure",
        "M12 20C5 15 3 11 5 7.5 8 4 11 5 12 8c1-3 4-4 7-.5 2 3.5 0 7.5-7 12.5z",
    ),
    "system": Look("#d3d6da", "#4e545c", "tile", "M4 5h16v11H4zM9 20h6M12 16v4"),
    "waiting": Look(
        "#eee0c4", "#75602f", "brick", "M7 4h10M7 20h10M8 4c0 5 8 5 8 0M8 20c0-9 8-9 8 0M12 9v4"
    ),
    "hand_over": Look("#b9dbb2", "#34692f", "arrow", "M4 9h13l-4-4M20 15H7l4 4"),
    "golden_moment": Look(
        "#f9d671",
        "#7a5a00",
        "brick",
        "M12 3l2.7 5.8 6.3.7-4.7 4.3 1.3 6.2-5.6-3.2L6.4 20l1.3-6.2L3 9.5l6.3-.7z",
    ),
    "question": Look("#f7d9e6", "#8d3a68", "plate", "M8 9c0-6 9-5 8 0-.5 2.5-4 3-4 6M12 19v.5"),
    "free": Look("#ffffff", "#5f646b", "brick", "M6 12h12M12 6v12"),
}
