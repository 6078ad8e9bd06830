"""The cloud on the plane, drawn as a soft mask in which a page puts its own colour."""

import struct
import zlib
from base64 import b64encode
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beide.reflect import Dimension, Posterior

# The plane as it is drawn, and how many standard deviations it shows to each side of its middle.
WIDTH, HEIGHT = 340, 296
REACH = 2.4
STEP = 4
SOFT = 0.28
SHORTEST_ARROW = 24

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloud:
    """A mask of grey (a data address), and its middle in the units of the drawing."""

    mask: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From the middle of one cloud to that of another."""

    x1: float
    y1: float
    x2: float
    y2: float


def cloud(posterior: Posterior) -> Cloud:
    """Return the cloud of these answers."""
    across = posterior.position(Dimension.CONFIGURATION).mean
    up = posterior.position(Dimension.PARADIGM).mean
    return Cloud(
        mask="data:image/png;base64," + b64encode(png(shades(posterior))).decode(),
        x=place(across, WIDTH),
        y=HEIGHT - place(up, HEIGHT),
    )


def arrow(before: Cloud, now: Cloud) -> Arrow | None:
    """Return an arrow between two clouds, unless they lie on top of each other."""
    if np.hypot(now.x - before.x, now.y - before.y) < SHORTEST_ARROW:
        return None
    return Arrow(x1=before.x, y1=before.y, x2=now.x, y2=now.y)


def place(position: float, size: int) -> float:
    """Return where a position lies on an axis of this size."""
    share = (position + REACH) / (2 * REACH)
    return round(float(np.clip(share, 0.02, 0.98)) * size, 1)


def shades(posterior: Posterior) -> NDArray[np.uint8]:
    """Return how dense the cloud is, from 0 to 255, rows from the top of the plane down.

    The grid's squares are spread with a narrow bell, so that no squares are seen.
    """
    across = spread(posterior.grid.nodes, WIDTH // STEP)
    up = spread(posterior.grid.nodes, HEIGHT // STEP)
    density = (across @ posterior.weights @ up.T).T[::-1]
    found: NDArray[np.uint8] = np.round(235 * (density / density.max()) ** 0.8).astype(np.uint8)
    return found


def spread(nodes: Array, pixels: int) -> Array:
    """Return how much each node adds to each pixel along one axis."""
    middles = (np.arange(pixels) + 0.5) / pixels * 2 * REACH - REACH
    bells: Array = np.exp(-((middles[:, None] - nodes[None, :]) ** 2) / (2 * SOFT**2))
    return bells


def png(grey: NDArray[np.uint8]) -> bytes:
    """Return a grey picture as a PNG file (W3C, PNG specification, third edition)."""
    height, width = grey.shape
    rows = np.hstack([np.zeros((height, 1), dtype=np.uint8), grey]).tobytes()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def chunk(name: bytes, data: bytes) -> bytes:
    """Return one part of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
