"""Bricks and links as SVG."""

from typing import Final
from xml.etree import ElementTree as ET

from django.utils.translation import gettext

from beide.web.evidence.process.wrap import wrapped
from beide.web.page.templatetags.beide_text import say
from beide.web.tables import marks
from beide.web.tables.picture.looks import FONT, HEIGHT, INK, LOOKS, PAPER, STUD, WIDTH, Look
from beide.web.tables.reading import Board, Brick, Link

MARGIN: Final = 32
STUDS: Final = (20, 56, 92, 128)
STUD_WIDTH: Final = 20
POINT: Final = 14
"""How far the point of a hand-over stands out."""
LINE: Final = 17
KEPT: Final = "M0 0h18v22l-9-6-9 6z"
ROUND: Final = {"tile": "2", "plate": "26"}


def picture(board: Board) -> str:
    """Return a table as SVG that needs no stylesheet: links first, bricks over them."""
    left, top, width, height = _frame(board)
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{left} {top} {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "font-family": FONT,
            "font-size": "13",
        },
    )
    ET.SubElement(svg, "title").text = board.about.name or gettext("Build table")
    ground = {"x": str(left), "y": str(top), "width": str(width), "height": str(height)}
    ET.SubElement(svg, "rect", {**ground, "fill": PAPER})
    _add_heads(svg)
    at = {brick.id: brick for brick in board.bricks}
    for link in board.links:
        _add_link(svg, link, at[link.start], at[link.to])
    for brick in sorted(board.bricks, key=lambda each: each.depth):
        _add_brick(svg, brick)
    return ET.tostring(svg, encoding="unicode")


def _frame(board: Board) -> tuple[int, int, int, int]:
    """Return what is seen: everything that stands, with air around it."""
    across = [brick.x for brick in board.bricks] or [0]
    down = [brick.y for brick in board.bricks] or [0]
    left, top = min(across) - MARGIN, min(down) - MARGIN - STUD
    width = max(across) + WIDTH + MARGIN - left
    return left, top, width, max(down) + HEIGHT + MARGIN - top


def _add_brick(svg: ET.Element, brick: Brick) -> None:
    look = LOOKS[brick.kind]
    group = ET.SubElement(svg, "g", {"transform": f"translate({brick.x} {brick.y})"})
    kind = {word.key: say(word.name) for word in marks.bricks()}[brick.kind]
    ET.SubElement(group, "title").text = f"{kind}: {brick.label}"
    if look.shape in {"brick", "arrow"}:
        _add_studs(group, look)
    _add_body(group, look)
    _add_sign(group, look)
    _add_name(group, brick)
    if brick.keep:
        kept = {"d": KEPT, "transform": f"translate({WIDTH - 26} 0)", "fill": look.edge}
        ET.SubElement(group, "path", kept)


def _add_studs(group: ET.Element, look: Look) -> None:
    for place in STUDS[: 4 if look.shape == "brick" else 3]:
        stud = {
            "x": str(place - STUD_WIDTH // 2 + 6),
            "y": str(-STUD),
            "width": str(STUD_WIDTH),
            "height": str(STUD + 4),
            "rx": "3",
        }
        ET.SubElement(group, "rect", {**stud, "fill": look.fill, "stroke": look.edge})


def _add_body(group: ET.Element, look: Look) -> None:
    """Add the body: a plain block, a figure's round shoulders, a tile, an arrow or a plate."""
    drawn = {"fill": look.fill, "stroke": look.edge, "stroke-width": "1.5"}
    if look.shape == "arrow":
        point = f"H{WIDTH - POINT}L{WIDTH} {HEIGHT / 2:.0f} {WIDTH - POINT} {HEIGHT}"
        way = f"M4 0{point}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"
        ET.SubElement(group, "path", {**drawn, "d": way})
    elif look.shape == "figure":
        way = f"M0 {HEIGHT}V32A32 32 0 0 1 32 0H{WIDTH - 6}a6 6 0 0 1 6 6V{HEIGHT}z"
        ET.SubElement(group, "path", {**drawn, "d": way})
    else:
        size = {"width": str(WIDTH), "height": str(HEIGHT), "rx": ROUND.get(look.shape, "5")}
        ET.SubElement(group, "rect", {**drawn, **size})
    if look.shape != "plate":
        foot = f"M6 {HEIGHT - 4}H{WIDTH - 10 - (POINT if look.shape == 'arrow' else 0)}"
        shade = {"stroke": look.edge, "stroke-opacity": "0.35", "stroke-width": "3"}
        ET.SubElement(group, "path", {"d": foot, **shade, "stroke-linecap": "round"})


def _add_sign(group: ET.Element, look: Look) -> None:
    sign = {
        "d": look.sign,
        "transform": "translate(8 20)",
        "fill": "none",
        "stroke": look.edge,
        "stroke-width": "1.8",
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
    }
    ET.SubElement(group, "path", sign)


def _add_name(group: ET.Element, brick: Brick) -> None:
    lines = wrapped(brick.label, widest=15, most=3)
    place = {"x": "40", "fill": INK, "font-weight": "600"}
    text = ET.SubElement(group, "text", place)
    first = HEIGHT / 2 - (len(lines) - 1) * LINE / 2 + 4.5
    for number, line in enumerate(lines):
        where = {"x": "40", "y": f"{first + number * LINE:.1f}"}
        ET.SubElement(text, "tspan", where).text = line


def _add_heads(svg: ET.Element) -> None:
    looks = {"viewBox": "0 0 10 10", "refX": "9", "refY": "5", "orient": "auto-start-reverse"}
    size = {"markerWidth": "11", "markerHeight": "11", "markerUnits": "userSpaceOnUse"}
    marker = ET.SubElement(ET.SubElement(svg, "defs"), "marker", {"id": "head", **looks, **size})
    ET.SubElement(marker, "path", {"d": "M0 0 10 5 0 10z", "fill": INK})


def _add_link(svg: ET.Element, link: Link, start: Brick, to: Brick) -> None:
    """Add a link as a curve from border to border; what is missing is dotted."""
    from_x, from_y = _leaves(start, to)
    to_x, to_y = _leaves(to, start)
    half = (from_y + to_y) / 2
    drawn = {
        "d": f"M{from_x:.0f} {from_y:.0f}C{from_x:.0f} {half:.0f} {to_x:.0f} {half:.0f} "
        f"{to_x:.0f} {to_y:.0f}",
        "fill": "none",
        "stroke": INK,
        "stroke-width": "1.6",
        "marker-end": "url(#head)",
    }
    if link.kind == "missing":
        drawn |= {"stroke-dasharray": "2 6", "stroke-width": "2.5"}
    elif link.kind != "next":
        drawn["stroke-dasharray"] = "8 5"
    ET.SubElement(svg, "path", drawn)
    said = link.label or ("?" if link.kind == "missing" else "")
    if said:
        middle = {"x": f"{(from_x + to_x) / 2:.0f}", "y": f"{half - 4:.0f}", "fill": INK}
        halo = {"stroke": PAPER, "stroke-width": "5", "paint-order": "stroke"}
        ET.SubElement(svg, "text", {**middle, **halo, "text-anchor": "middle"}).text = said


def _leaves(brick: Brick, other: Brick) -> tuple[float, float]:
    """Return where a line to another brick leaves: under, above, or at a side."""
    if abs(other.y - brick.y) >= HEIGHT:
        below = other.y > brick.y
        return brick.x + WIDTH / 2, brick.y + (HEIGHT if below else -STUD)
    beside = other.x > brick.x
    return brick.x + (WIDTH if beside else 0), brick.y + HEIGHT / 2
