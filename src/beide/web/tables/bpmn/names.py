"""The names in a BPMN file."""

from typing import Final

MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DRAWN: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
BOUNDS: Final = "http://www.omg.org/spec/DD/20100524/DC"
POINTS: Final = "http://www.omg.org/spec/DD/20100524/DI"
OURS: Final = "urn:beide:build-table:1"
PREFIXES: Final = {
    "bpmn": MODEL,
    "bpmndi": DRAWN,
    "dc": BOUNDS,
    "di": POINTS,
    "beide": OURS,
}

STEP, WAITING, HAND_OVER = "task", "intermediateCatchEvent", "intermediateThrowEvent"
SYSTEM, NOTE = "dataStoreReference", "textAnnotation"
ELEMENT: Final = {
    "step": STEP,
    "waiting": WAITING,
    "hand_over": HAND_OVER,
    "system": SYSTEM,
    "role": NOTE,
    "customer": NOTE,
    "golden_moment": NOTE,
    "question": NOTE,
    "free": NOTE,
}
FLOWS: Final = frozenset({"step", "waiting", "hand_over"})
"""The kinds between which work flows."""
SIZE: Final = {
    STEP: (120, 64),
    WAITING: (36, 36),
    HAND_OVER: (36, 36),
    SYSTEM: (64, 48),
    NOTE: (136, 56),
}


def model(name: str) -> str:
    """Return an element's whole name."""
    return f"{{{MODEL}}}{name}"


def ours(name: str) -> str:
    """Return the whole name of something that is Beide's."""
    return f"{{{OURS}}}{name}"
