"""What good cases look like: one map twice, for good cases and for comparable others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from beide.web.evidence import words
from beide.web.evidence.layered import Arc, Layout, Line, Spot, layout
from beide.web.evidence.process.drawing import add_rectangle, add_text, curve
from beide.web.evidence.process.wrap import wrapped

DRAWN = 18  # passages that are read at a glance, sure differences left aside
SURE = 12
OFTEN = 0.02  # of the cases; what is rarer in both is not drawn
BOX, LABEL = (170.0, 56.0), (74.0, 20.0)
THIN, THICK = 1.0, 8.0
Passage = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage in words."""

    from_: str
    to: str
    good: str
    other: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both maps, with the same in words."""

    good: SafeString
    other: SafeString
    rows: Sequence[Row]


def compared(links: Sequence[Passage], *, minimum: int) -> Compared | None:
    """Return both maps of the passages that matter, or nothing when none may be shown."""
    drawn = chosen(links, minimum=minimum)
    if not drawn:
        return None
    names = list(dict.fromkeys(name for link in drawn for name in (link["from"], link["to"])))
    arcs = [
        Arc(from_=names.index(link["from"]), to=names.index(link["to"]), weight=_weight(link))
        for link in drawn
    ]
    placed = layout([BOX] * len(names), arcs, label=LABEL)
    return Compared(
        good=_picture(drawn, names, placed, "good_share", gettext("Map of good cases")),
        other=_picture(drawn, names, placed, "other_share", gettext("Map of comparable others")),
        rows=[
            Row(
                from_=link["from"],
                to=link["to"],
                good=words.percent(link["good_share"]),
                other=words.percent(link["other_share"]),
                sure=difference_said(link),
            )
            for link in drawn
        ],
    )


def chosen(links: Sequence[Passage], *, minimum: int) -> list[Passage]:
    """Return what is drawn: what surely differs, then what is most usual; the usual ones first."""
    large = [link for link in links if link["cases"] >= minimum and _weight(link) >= OFTEN]
    sure = [link for link in large if link["sure"]][:SURE]
    usual = sorted((link for link in large if link not in sure), key=lambda link: -_weight(link))
    return sorted([*sure, *usual[: max(DRAWN - len(sure), 6)]], key=lambda link: -_weight(link))


def difference_said(link: Passage) -> str:
    """Say in which of both it is surely seen more often."""
    if not link["sure"]:
        return ""
    if link["good_share"] > link["other_share"]:
        return gettext("surely more in good cases")
    return gettext("surely less in good cases")


def _weight(link: Passage) -> float:
    return float(max(link["good_share"], link["other_share"]))


def _picture(
    links: Sequence[Passage], names: Sequence[str], placed: Layout, share: str, label: str
) -> SafeString:
    svg = ET.Element(
        "svg",
        {
            "viewBox": f"0 0 {placed.width:.0f} {placed.height:.0f}",
            "width": f"{placed.width:.0f}",
            "height": f"{placed.height:.0f}",
            "class": "map__drawing",
            "role": "img",
            "aria-label": label,
        },
    )
    head = _add_head(svg, share)
    for link, line in zip(links, placed.lines, strict=True):
        _add_arrow(svg, link, line, share, head)
    for name, spot in zip(names, placed.spots, strict=True):
        _add_box(svg, name, spot)
    for link, line in zip(links, placed.lines, strict=True):
        anchor = "start" if link["from"] == link["to"] else "middle"
        add_text(svg, "map__label", line.label, [words.percent(link[share])], anchor=anchor)
    return SafeString(ET.tostring(svg, encoding="unicode"))


def _add_head(svg: ET.Element, share: str) -> str:
    """Add the head of an arrow under an id of its own; both maps stand on one page."""
    name = f"arrow-{share}"
    looks = {"id": name, "viewBox": "0 0 10 10", "refX": "9", "refY": "5", "orient": "auto"}
    size = {"markerWidth": "11", "markerHeight": "11", "markerUnits": "userSpaceOnUse"}
    marker = ET.SubElement(ET.SubElement(svg, "defs"), "marker", looks | size)
    ET.SubElement(marker, "path", {"d": "M0 0 10 5 0 10z", "class": "map__head"})
    return f"url(#{name})"


def _add_arrow(parent: ET.Element, link: Passage, line: Line, share: str, head: str) -> None:
    kinds = ["map__arrow"]
    if line.back:
        kinds.append("map__arrow--back")
    if link["sure"]:
        more = link["good_share"] > link["other_share"]
        kinds.append("compared__more" if more else "compared__less")
    ET.SubElement(
        parent,
        "path",
        {
            "class": " ".join(kinds),
            "d": curve(line.points),
            "stroke-width": f"{THIN + (THICK - THIN) * link[share]:.1f}",
            "fill": "none",
            "marker-end": head,
        },
    )


def _add_box(svg: ET.Element, name: str, spot: Spot) -> None:
    group = ET.SubElement(svg, "g", {"class": "map__box map__box--step"})
    ET.SubElement(group, "title").text = name
    add_rectangle(group, spot, radius=4)
    add_text(group, "map__name", (spot.x, spot.y), wrapped(name))
