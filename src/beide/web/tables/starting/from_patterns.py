"""A table from the file that a pattern gives."""

from collections.abc import Mapping
from typing import Any

from beide.web.tables import marks
from beide.web.tables.placing import in_rows

FORMAT = "beide.build-table"


def from_patterns(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the bricks and links of a file as a plain document; what is broken is left out."""
    found = [each for each in listed(told, "bricks") if isinstance(each.get("id"), str)]
    bricks = {each["id"]: each for each in found[: marks.MOST_BRICKS]}
    pairs = [
        (each, number)
        for number, each in enumerate(listed(told, "links")[: marks.MOST_LINKS], 1)
        if isinstance(each.get("from"), str) and isinstance(each.get("to"), str)
    ]
    follow = [(each["from"], each["to"]) for each, _ in pairs if each["from"] != each["to"]]
    places = in_rows(list(bricks), follow) if bricks else {}
    return {
        "about": {"name": told.get("name"), "question": told.get("question")},
        "bricks": {
            key: {
                **{name: each.get(name) for name in ("kind", "label", "text")},
                "x": places[key][0],
                "y": places[key][1],
                "order": order,
            }
            for order, (key, each) in enumerate(bricks.items(), 1)
        },
        "links": {
            f"link-{number}": {name: each.get(name) for name in ("from", "to", "kind", "label")}
            for each, number in pairs
        },
    }


def listed(told: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the things in a list of the file."""
    found = told.get(name)
    every = found if isinstance(found, list) else []
    return [each for each in every if isinstance(each, Mapping)]
