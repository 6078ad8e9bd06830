"""From a table to BPMN 2.0."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from django.utils.text import capfirst

from beide.web.tables import marks
from beide.web.tables.bpmn import names
from beide.web.tables.bpmn.names import DRAWN, ELEMENT, FLOWS, NOTE, SIZE, STEP, SYSTEM, model, ours
from beide.web.tables.reading import Board, Brick, Link

PROCESS: Final = "process"
NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Box = tuple[int, int, int, int]


def to_bpmn(board: Board, *, language: str) -> bytes:
    """Return a table as a BPMN 2.0 file: one process, and its drawing.

    Steps, waiting and hand-overs become tasks and events, and a link *next* between them a sequence
    flow. Systems become data stores. A role that does a step is its performer. All other bricks are
    annotations, and all other links associations.

    Parameters
    ----------
    board
        What stands on the table.
    language
        The language in which annotations say what they are.
    """
    root = ET.Element(
        model("definitions"),
        {"id": "definitions", "targetNamespace": names.OURS, "exporter": "Beide"},
    )
    _add_stores(root, board.bricks)
    process = ET.SubElement(root, model("process"), {"id": PROCESS, "name": board.about.name})
    process.set("isExecutable", "false")
    _add_about(process, board)
    _add_bricks(process, board, language)
    _add_drawing(root, board)
    for prefix, address in names.PREFIXES.items():
        ET.register_namespace(prefix, address)
    _make_writable(root)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _make_writable(root: ET.Element) -> None:
    """Take out the characters that XML cannot hold."""
    for element in root.iter():
        element.text = NOT_IN_XML.sub("", element.text) if element.text else None
        for key, value in element.items():
            element.set(key, NOT_IN_XML.sub("", value))


def element_id(brick: str) -> str:
    """Return a brick's id in the file, where an id may not begin with a digit."""
    return f"brick_{brick}"


def _add_stores(root: ET.Element, bricks: Iterable[Brick]) -> None:
    """Add what references need to exist: a data store for each system, a resource for each role."""
    for brick in bricks:
        if brick.kind in {"system", "role"}:
            kind = "dataStore" if brick.kind == "system" else "resource"
            named = {"id": f"{kind}_{brick.id}", "name": brick.label}
            ET.SubElement(root, model(kind), named)


def _add_about(process: ET.Element, board: Board) -> None:
    about = board.about
    if about.question:
        ET.SubElement(process, model("documentation")).text = about.question
    told = {"name": about.name, "question": about.question, "script": str(about.script)}
    _extend(process, "about", told)


def _add_bricks(process: ET.Element, board: Board, language: str) -> None:
    """Add what flows, then the flows, then what is written beside them: the standard's order."""
    flows = [link for link in board.links if _is_flow(board, link)]
    notes = [brick for brick in board.bricks if ELEMENT[brick.kind] == NOTE]
    for brick in board.bricks:
        if ELEMENT[brick.kind] != NOTE:
            _add_node(process, brick, board, flows)
    for link in flows:
        _add_link(process, "sequenceFlow", link)
    for brick in notes:
        _add_note(process, brick, language)
    for link in board.links:
        if link not in flows:
            _add_link(process, "association", link).set("associationDirection", "One")


def _is_flow(board: Board, link: Link) -> bool:
    ends = {brick.kind for brick in board.bricks if brick.id in {link.start, link.to}}
    return link.kind == "next" and ends <= FLOWS


def _add_node(process: ET.Element, brick: Brick, board: Board, flows: Sequence[Link]) -> None:
    kind = ELEMENT[brick.kind]
    node = ET.SubElement(process, model(kind), {"id": element_id(brick.id), "name": brick.label})
    _add_text(node, brick)
    if kind == SYSTEM:
        node.set("dataStoreRef", f"dataStore_{brick.id}")
        return
    for link in flows:
        if link.to == brick.id:
            ET.SubElement(node, model("incoming")).text = _link_id(link)
    for link in flows:
        if link.start == brick.id:
            ET.SubElement(node, model("outgoing")).text = _link_id(link)
    if kind == STEP:
        _add_performers(node, brick, board)
    if brick.kind == "waiting":
        ET.SubElement(node, model("timerEventDefinition"))


def _add_performers(node: ET.Element, step: Brick, board: Board) -> None:
    """Add the roles that do a step."""
    for link in board.links:
        role = board.brick(link.start)
        if link.kind == "does" and link.to == step.id and role and role.kind == "role":
            performer = ET.SubElement(node, model("performer"), {"name": role.label})
            ET.SubElement(performer, model("resourceRef")).text = f"resource_{role.id}"


def _add_note(process: ET.Element, brick: Brick, language: str) -> None:
    note = ET.SubElement(process, model(NOTE), {"id": element_id(brick.id)})
    _add_text(note, brick)
    name = {word.key: word.name for word in marks.bricks()}[brick.kind]
    ET.SubElement(
        note, model("text")
    ).text = f"{capfirst(name.in_language(language))}: {brick.label}"


def _add_text(node: ET.Element, brick: Brick) -> None:
    if brick.text:
        ET.SubElement(node, model("documentation")).text = brick.text
    told = {
        "id": brick.id,
        "kind": brick.kind,
        "label": brick.label,
        "text": brick.text,
        "x": str(brick.x),
        "y": str(brick.y),
        "on": brick.on,
        "order": repr(brick.order),
        "keep": str(brick.keep).lower(),
        "data": brick.data,
    }
    _extend(node, "brick", told)


def _add_link(process: ET.Element, kind: str, link: Link) -> ET.Element:
    ends = {"sourceRef": element_id(link.start), "targetRef": element_id(link.to)}
    made = ET.SubElement(process, model(kind), {"id": _link_id(link), **ends})
    if kind == "sequenceFlow" and link.label:
        made.set("name", link.label)
    told = {"id": link.id, "from": link.start, "to": link.to, "kind": link.kind}
    _extend(made, "link", {**told, "label": link.label})
    return made


def _link_id(link: Link) -> str:
    return f"link_{link.id}"


def _extend(node: ET.Element, name: str, told: Mapping[str, str]) -> None:
    """Add what only Beide reads; what is empty is not written."""
    extension = ET.SubElement(node, model("extensionElements"))
    ET.SubElement(extension, ours(name), {key: value for key, value in told.items() if value})


def _add_drawing(root: ET.Element, board: Board) -> None:
    diagram = ET.SubElement(root, f"{{{DRAWN}}}BPMNDiagram", {"id": "diagram"})
    plane = ET.SubElement(diagram, f"{{{DRAWN}}}BPMNPlane", {"id": "plane", "bpmnElement": PROCESS})
    boxes = {brick.id: _box(brick) for brick in board.bricks}
    for key, (x, y, width, height) in boxes.items():
        shape = ET.SubElement(
            plane,
            f"{{{DRAWN}}}BPMNShape",
            {"id": f"shape_{key}", "bpmnElement": element_id(key)},
        )
        place = {"x": str(x), "y": str(y), "width": str(width), "height": str(height)}
        ET.SubElement(shape, f"{{{names.BOUNDS}}}Bounds", place)
    for link in board.links:
        edge = ET.SubElement(
            plane,
            f"{{{DRAWN}}}BPMNEdge",
            {"id": f"edge_{link.id}", "bpmnElement": _link_id(link)},
        )
        start, to = boxes[link.start], boxes[link.to]
        for across, down in (_border(start, to), _border(to, start)):
            point = {"x": f"{across:.1f}", "y": f"{down:.1f}"}
            ET.SubElement(edge, f"{{{names.POINTS}}}waypoint", point)


def _box(brick: Brick) -> Box:
    return brick.x, brick.y, *SIZE[ELEMENT[brick.kind]]


def _border(box: Box, other: Box) -> tuple[float, float]:
    """Return where a straight line from the middle of one box to another's leaves the first."""
    x, y = _middle(box)
    to_x, to_y = _middle(other)
    across, down = to_x - x, to_y - y
    reach = max(2 * abs(across) / box[2], 2 * abs(down) / box[3], 1.0)
    return x + across / reach, y + down / reach


def _middle(box: Box) -> tuple[float, float]:
    x, y, width, height = box
    return x + width / 2, y + height / 2
