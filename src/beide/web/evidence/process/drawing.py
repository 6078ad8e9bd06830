"""What every map is drawn with: boxes, lines and names on them."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from beide.web.evidence.layered import Spot

LINE = 17.0  # between two lines of text
BASELINE = 4.5  # from a line's middle to where its letters stand


def add_rectangle(parent: ET.Element, spot: Spot, *, radius: int) -> None:
    """Add a box, its corners rounded."""
    place = {
        "x": f"{spot.x - spot.width / 2:.0f}",
        "y": f"{spot.y - spot.height / 2:.0f}",
        "width": f"{spot.width:.0f}",
        "height": f"{spot.height:.0f}",
        "rx": f"{radius}",
    }
    ET.SubElement(parent, "rect", place)


def add_text(
    parent: ET.Element,
    kind: str,
    at: tuple[float, float],
    lines: Sequence[str],
    *,
    anchor: str = "middle",
) -> None:
    """Add lines of text, their middle at a point."""
    text = ET.SubElement(parent, "text", {"class": kind, "text-anchor": anchor})
    first = at[1] - (len(lines) - 1) * LINE / 2 + BASELINE
    for number, line in enumerate(lines):
        place = {"x": f"{at[0]:.0f}", "y": f"{first + number * LINE:.0f}"}
        ET.SubElement(text, "tspan", place).text = line


def curve(points: Sequence[tuple[float, float]]) -> str:
    """Return a line through the points that leaves and arrives upright."""
    (x, y), *rest = points
    if len(points) == 4 and points[0][0] == points[3][0]:  # a loop at the side of its box
        return f"M{x:.0f} {y:.0f}C" + " ".join(f"{x:.0f} {y:.0f}" for x, y in rest)
    told = [f"M{x:.0f} {y:.0f}"]
    for next_x, next_y in rest:
        half = (y + next_y) / 2
        told.append(f"C{x:.0f} {half:.0f} {next_x:.0f} {half:.0f} {next_x:.0f} {next_y:.0f}")
        x, y = next_x, next_y
    return "".join(told)
