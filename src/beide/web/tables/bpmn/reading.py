"""From BPMN 2.0 to a table. A file that Beide wrote comes back as it was."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree import ElementTree as ET

from beide.errors import UnreadableFile
from beide.web.tables import marks
from beide.web.tables.bpmn.names import BOUNDS, DRAWN, MODEL, ours
from beide.web.tables.bpmn.parsing import parsed
from beide.web.tables.placing import in_rows

KINDS: Final = {
    "task": "step",
    "userTask": "step",
    "manualTask": "step",
    "serviceTask": "step",
    "scriptTask": "step",
    "businessRuleTask": "step",
    "sendTask": "hand_over",
    "receiveTask": "waiting",
    "callActivity": "step",
    "subProcess": "step",
    "transaction": "step",
    "adHocSubProcess": "step",
    "startEvent": "free",
    "endEvent": "free",
    "boundaryEvent": "waiting",
    "intermediateCatchEvent": "waiting",
    "intermediateThrowEvent": "hand_over",
    "exclusiveGateway": "question",
    "inclusiveGateway": "question",
    "complexGateway": "question",
    "eventBasedGateway": "question",
    "parallelGateway": "free",
    "lane": "role",
    "dataStoreReference": "system",
    "textAnnotation": "free",
}
LINKS: Final = {
    "sequenceFlow": "next",
    "messageFlow": "connection",
    "association": "part_of",
    "dataInputAssociation": "part_of",
    "dataOutputAssociation": "part_of",
}
SPOKEN: Final = frozenset({"dataObjectReference", "group", "choreographyTask", "conversation"})
"""What people draw and a table has no brick for: told when it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A plain document, and how many of which elements have no place on a table."""

    document: dict[str, Any]
    left_out: Mapping[str, int]


@dataclass(slots=True)
class _Found:
    """What was met in a file so far."""

    bricks: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: dict[str, dict[str, Any]] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    key_of: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def from_bpmn(data: bytes, *, name: str) -> Read:
    """Return what a BPMN 2.0 file says as a table's plain document.

    Tasks become steps, events waiting or hand-overs, gateways questions, lanes roles, black-box
    pools customers, data stores systems. Bricks stand where they were drawn.

    Parameters
    ----------
    data
        The file.
    name
        What it is called, for messages.

    Raises
    ------
    UnreadableFile
        When it is no BPMN 2.0, has a document type, or holds nothing or more than a table can.
    """
    root = parsed(data, name)
    found = _Found()
    for kind, element in _elements(root):
        _read_brick(found, kind, element)
    for kind, element in _elements(root):
        _read_link(found, kind, element)
    _check_size(found, name)
    _place(found, _drawn(root))
    document = {"about": found.about, "bricks": found.bricks, "links": found.links}
    return Read(document=document, left_out=found.left_out)


def _elements(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Yield each element of the model with its name, in the order of the file."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(f"{{{MODEL}}}"):
            yield element.tag.rpartition("}")[2], element


def _check_size(found: _Found, name: str) -> None:
    bricks, links = len(found.bricks), len(found.links)
    if not bricks:
        raise UnreadableFile(
            file=name,
            reason_nl="er staat niets in dat op een tafel past, zoals een taak",
            reason_en="nothing in it fits on a table, such as a task",
        )
    if bricks > marks.MOST_BRICKS or links > marks.MOST_LINKS:
        raise UnreadableFile(
            file=name,
            reason_nl=f"er staan {bricks} stenen en {links} verbindingen in, en op een tafel "
            f"passen er {marks.MOST_BRICKS} en {marks.MOST_LINKS}. Exporteer een deel",
            reason_en=f"it holds {bricks} bricks and {links} links, and a table holds "
            f"{marks.MOST_BRICKS} and {marks.MOST_LINKS}. Export a part of it",
        )


def _read_brick(found: _Found, kind: str, element: ET.Element) -> None:
    """Read what stands: as Beide wrote it, or as another program did."""
    name = element.get("id", "")
    if kind == "process" and (own := _own(element, "about")) is not None:
        found.about = {**own, "script": _whole(own.get("script"))}
    elif kind == "process" and not found.about:
        about = {
            "name": element.get("name", ""),
            "question": _documentation(element)[: marks.LONGEST_QUESTION],
        }
        found.about = about if any(about.values()) else {}
    elif (own := _own(element, "brick")) is not None:
        key = own.pop("id", "") or _key(name)
        found.key_of[name] = key
        found.bricks[key] = _as_written(own)
    elif kind in KINDS or (kind == "participant" and not element.get("processRef")):
        key = found.key_of[name] = _key(name)
        found.bricks[key] = {
            "kind": KINDS.get(kind, "customer"),
            "order": len(found.bricks),
            **_words(kind, element),
        }
    elif kind in SPOKEN:
        found.left_out[kind] += 1


def _as_written(own: Mapping[str, str]) -> dict[str, Any]:
    return {
        **own,
        "x": _whole(own.get("x")),
        "y": _whole(own.get("y")),
        "order": _number(own.get("order")),
        "keep": own.get("keep") == "true",
    }


def _read_link(found: _Found, kind: str, element: ET.Element) -> None:
    """Read what joins two bricks, and which steps lie in a lane; count what hangs loose."""
    if kind == "lane":
        role = found.key_of.get(element.get("id", ""), "")
        for step in element.findall(f"{{{MODEL}}}flowNodeRef"):
            to = found.key_of.get((step.text or "").strip(), "")
            _join(found, f"{role} {to}", {"from": role, "to": to, "kind": "does"}, kind)
    elif kind in LINKS and (own := _own(element, "link")) is not None and own.get("id"):
        found.links[own.pop("id")] = dict(own)
    elif kind in LINKS:
        start, to = (
            found.key_of.get(element.get(end, ""), "") for end in ("sourceRef", "targetRef")
        )
        told = {"from": start, "to": to, "kind": LINKS[kind], "label": element.get("name", "")}
        _join(found, element.get("id", f"{start} {to}"), told, kind)


def _join(found: _Found, name: str, told: dict[str, str], kind: str) -> None:
    if told["from"] and told["to"] and told["from"] != told["to"]:
        found.links[_key(name)] = told
    else:
        found.left_out[kind] += 1


def _own(element: ET.Element, name: str) -> dict[str, str] | None:
    """Return what Beide wrote with an element."""
    told = element.find(f"{{{MODEL}}}extensionElements/{ours(name)}")
    return None if told is None else dict(told.attrib)


def _words(kind: str, element: ET.Element) -> dict[str, str]:
    """Return what an element is called and what is told about it; a long name is told whole."""
    written = element.findtext(f"{{{MODEL}}}text") if kind == "textAnnotation" else None
    named = " ".join((written or element.get("name") or kind).split())
    told = _documentation(element)
    if len(named) > marks.LONGEST_LABEL:
        told = f"{named}\n{told}".strip()
    return {"label": named[: marks.LONGEST_LABEL], "text": told[: marks.LONGEST_TEXT]}


def _documentation(element: ET.Element) -> str:
    return (element.findtext(f"{{{MODEL}}}documentation") or "").strip()


def _key(name: str) -> str:
    """Return an id for a table from an id in a file; the same file gives the same ids."""
    return base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest())[:12].decode()


def _number(told: str | None) -> float:
    try:
        return float(told or 0)
    except ValueError:
        return 0.0


def _whole(told: str | None) -> int:
    found = _number(told)
    return round(found) if abs(found) < marks.FARTHEST else 0


def _drawn(root: ET.Element) -> dict[str, tuple[int, int]]:
    """Return where each element was drawn: its upper left corner."""
    found = {}
    for shape in root.iter(f"{{{DRAWN}}}BPMNShape"):
        bounds = shape.find(f"{{{BOUNDS}}}Bounds")
        if bounds is not None:
            place = _whole(bounds.get("x")), _whole(bounds.get("y"))
            found[shape.get("bpmnElement", "")] = place
    return found


def _place(found: _Found, drawn: Mapping[str, tuple[int, int]]) -> None:
    """Put each brick where it was drawn, or all in rows when there is no drawing."""
    names = {key: name for name, key in found.key_of.items()}
    loose = [key for key, brick in found.bricks.items() if "x" not in brick]
    if loose and not any(names[key] in drawn for key in loose):
        rows = in_rows(loose, [(each["from"], each["to"]) for each in found.links.values()])
        for key, place in rows.items():
            found.bricks[key] |= {"x": place[0], "y": place[1]}
        return
    for key in loose:
        x, y = drawn.get(names[key], (0, 0))
        found.bricks[key] |= {"x": x, "y": y}
