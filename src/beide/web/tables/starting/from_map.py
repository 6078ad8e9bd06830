"""A table from a discovered map: what is done, by whom, and what comes after what."""

from collections.abc import Sequence
from typing import Any

from beide.web.evidence.process.detail import at_first, levels
from beide.web.evidence.process.graph import Graph
from beide.web.tables import marks
from beide.web.tables.facts.binding import Bound
from beide.web.tables.placing import in_rows

USUAL = 0.5
"""The part of good cases that a passage is in, to be laid on a table."""


def from_graph(graph: Graph, *, log: int, name: str) -> dict[str, Any]:
    """Return the main road of a map as a plain document, its steps bound to the log."""
    found = levels(graph)
    paths = found[at_first(found) - 1].paths if found else ()
    pairs = [(path.from_, path.to) for path in paths if path.from_ and path.to]
    return laid(pairs, log=log, name=name)


def from_good(told: Sequence[dict[str, Any]], *, log: int, name: str) -> dict[str, Any]:
    """Return how good cases go as a plain document.

    Parameters
    ----------
    told
        Passages with ``from``, ``to`` and ``good_share``, the small ones hidden.
    log
        The log that they were found in.
    name
        What the table is called.
    """
    usual = sorted(
        (link for link in told if link["good_share"] >= USUAL), key=lambda link: -link["good_share"]
    )
    return laid([(link["from"], link["to"]) for link in usual], log=log, name=name)


def laid(pairs: Sequence[tuple[str, str]], *, log: int, name: str) -> dict[str, Any]:
    """Lay a brick for each step, bound to it, and a link for each passage."""
    steps = list(dict.fromkeys(step for pair in pairs for step in pair))[: marks.MOST_BRICKS]
    keys = {step: f"step-{number}" for number, step in enumerate(steps, 1)}
    apart = [(one, other) for one, other in pairs if one != other]
    places = in_rows(steps, apart)
    first = sorted(steps, key=lambda step: (places[step][1], places[step][0]))
    bricks = {
        keys[step]: {
            "kind": "step",
            "label": step[: marks.LONGEST_LABEL],
            "text": step if len(step) > marks.LONGEST_LABEL else "",
            "x": places[step][0],
            "y": places[step][1],
            "order": first.index(step) + 1,
            "data": Bound(log=log, activity=step).to_data(),
        }
        for step in steps
    }
    links = {
        f"link-{number}": {"from": keys[one], "to": keys[other], "kind": "next"}
        for number, (one, other) in enumerate(apart[: marks.MOST_LINKS], 1)
    }
    return {"about": {"name": name[: marks.LONGEST_NAME]}, "bricks": bricks, "links": links}
