"""The process map as SVG: for the page, and as a file of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal
from xml.etree import ElementTree as ET

from django.utils.translation import pgettext

from beide.web.evidence import words
from beide.web.evidence.layered import Arc, Layout, Line, Spot, layout
from beide.web.evidence.process.drawing import add_rectangle, add_text, curve
from beide.web.evidence.process.graph import Measure, Path
from beide.web.evidence.process.wrap import wrapped

BOX, DOT, LABEL = (180.0, 58.0), (78.0, 30.0), (86.0, 20.0)
THIN, THICK = 1.25, 7.0
HEADS = "arrow"
# For a file of its own: by day, without the page's stylesheet.
LOOKS = """
svg { background: #fffdfa; font-family: "Atkinson Hyperlegible Next", Verdana, sans-serif; }
.map__arrow { stroke: #1f6072; stroke-opacity: 0.6; }
.map__arrow--back { stroke-dasharray: 7 5; }
.map__head { fill: #1f6072; }
.map__box rect { fill: #dfedef; stroke: #1f6072; stroke-width: 1.5; }
.map__box--begin rect, .map__box--end rect { fill: #fffdfa; stroke: #545960; }
.map__name { fill: #22262b; font-size: 13px; font-weight: 600; }
.map__label { fill: #22262b; font-size: 13px; paint-order: stroke; }
.map__label { stroke: #fffdfa; stroke-width: 5px; }
a { text-decoration: none; }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn map, as wide and high as it is at full size."""

    svg: ET.Element
    width: float
    height: float

    def size(self, percent: int) -> None:
        """Say how large it is drawn where nothing else decides."""
        self.svg.set("width", f"{self.width * percent / 100:.0f}")
        self.svg.set("height", f"{self.height * percent / 100:.0f}")

    def to_text(self) -> str:
        """Return it as SVG."""
        return ET.tostring(self.svg, encoding="unicode")

    def to_file(self, caption: str) -> str:
        """Return it as a file of its own, with its looks and what it rests on."""
        self.size(100)
        looks = ET.Element("style")
        looks.text = LOOKS
        self.svg.insert(0, looks)
        about = ET.Element("title")
        about.text = caption
        self.svg.insert(0, about)
        return ET.tostring(self.svg, encoding="unicode", xml_declaration=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """A step, or where cases begin or end."""

    name: str
    kind: Literal["step", "begin", "end"]
    visits: int


def picture(
    paths: Sequence[Path],
    *,
    measure: Measure,
    label: str,
    address: Callable[[str], str],
) -> Picture:
    """Return a drawing of these paths.

    Parameters
    ----------
    paths
        What is drawn.
    measure
        Whether the arrows tell how often a path is taken, or how long half of the cases take.
    label
        What the drawing shows, for who cannot see it.
    address
        Where the box of a step leads to.
    """
    boxes = _boxes(paths)
    drawn = _laid_out(boxes, paths)
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {drawn.width:.0f} {drawn.height:.0f}",
            "class": "map__drawing",
            "role": "group",
            "aria-label": label,
        },
    )
    _add_heads(svg)
    weigh = _weights(paths, measure)
    arrows = ET.SubElement(svg, "g", {"class": "map__arrows", "aria-hidden": "true"})
    for path, line in zip(paths, drawn.lines, strict=True):
        _add_arrow(arrows, path, line, weigh(path))
    for box, spot in zip(boxes, drawn.spots, strict=True):
        _add_box(svg, box, spot, address)
    labels = ET.SubElement(svg, "g", {"class": "map__labels", "aria-hidden": "true"})
    for path, line in zip(paths, drawn.lines, strict=True):
        anchor = "start" if path.from_ == path.to else "middle"
        add_text(labels, "map__label", line.label, [said(path, measure)], anchor=anchor)
    return Picture(svg=svg, width=drawn.width, height=drawn.height)


def from_name(path: Path) -> str:
    """Return where a path comes from."""
    return path.from_ or pgettext("where cases begin", "begin")


def to_name(path: Path) -> str:
    """Return where a path goes."""
    return path.to or pgettext("where cases end", "end")


def said(path: Path, measure: Measure) -> str:
    """Return what an arrow says."""
    if measure == "time":
        return "" if path.median is None else words.duration(path.median)
    return words.number(path.count)


def _boxes(paths: Sequence[Path]) -> list[_Box]:
    boxes: dict[str | None, _Box] = {}
    if any(path.from_ is None for path in paths):
        begin = pgettext("where cases begin", "begin")
        boxes["begin "] = _Box(name=begin, kind="begin", visits=0)
    for path in paths:
        for name in (path.from_, path.to):
            if name is not None and name not in boxes:
                visits = sum(each.count for each in paths if each.to == name)
                boxes[name] = _Box(name=name, kind="step", visits=visits)
    if any(path.to is None for path in paths):
        end = pgettext("where cases end", "end")
        boxes["end "] = _Box(name=end, kind="end", visits=0)
    return list(boxes.values())


def _laid_out(boxes: Sequence[_Box], paths: Sequence[Path]) -> Layout:
    steps = {box.name: at for at, box in enumerate(boxes) if box.kind == "step"}
    begin = next((at for at, box in enumerate(boxes) if box.kind == "begin"), 0)
    end = next((at for at, box in enumerate(boxes) if box.kind == "end"), 0)
    arcs = [
        Arc(
            from_=begin if path.from_ is None else steps[path.from_],
            to=end if path.to is None else steps[path.to],
            weight=path.count,
        )
        for path in paths
    ]
    sizes = [BOX if box.kind == "step" else DOT for box in boxes]
    return layout(sizes, arcs, label=LABEL)


def _weights(paths: Sequence[Path], measure: Measure) -> Callable[[Path], float]:
    """Return how thick the arrow of a path is."""

    def amount(path: Path) -> float:
        return path.count if measure == "count" else path.median or 0.0

    most = max((amount(path) for path in paths), default=0.0) or 1.0
    return lambda path: THIN + (THICK - THIN) * sqrt(amount(path) / most)


def _add_heads(svg: ET.Element) -> None:
    definitions = ET.SubElement(svg, "defs")
    head = ET.SubElement(
        definitions,
        "marker",
        {
            "id": HEADS,
            "viewBox": "0 0 10 10",
            "refX": "9",
            "refY": "5",
            "markerWidth": "11",
            "markerHeight": "11",
            "markerUnits": "userSpaceOnUse",
            "orient": "auto",
        },
    )
    ET.SubElement(head, "path", {"d": "M0 0 10 5 0 10z", "class": "map__head"})


def _add_arrow(parent: ET.Element, path: Path, line: Line, thick: float) -> None:
    ends = f"{from_name(path)} → {to_name(path)}"
    arrow = ET.SubElement(
        parent,
        "path",
        {
            "class": "map__arrow map__arrow--back" if line.back else "map__arrow",
            "d": curve(line.points),
            "stroke-width": f"{thick:.1f}",
            "fill": "none",
            "marker-end": f"url(#{HEADS})",
        },
    )
    ET.SubElement(arrow, "title").text = f"{ends}: {words.number(path.count)}×"


def _add_box(svg: ET.Element, box: _Box, spot: Spot, address: Callable[[str], str]) -> None:
    group = ET.SubElement(svg, "g", {"class": f"map__box map__box--{box.kind}"})
    if box.kind == "step":
        spoken = f"{box.name}: {words.number(box.visits)}×"
        group = ET.SubElement(group, "a", {"href": address(box.name), "aria-label": spoken})
        ET.SubElement(group, "title").text = spoken
    add_rectangle(group, spot, radius=4 if box.kind == "step" else 15)
    add_text(group, "map__name", (spot.x, spot.y), wrapped(box.name))
