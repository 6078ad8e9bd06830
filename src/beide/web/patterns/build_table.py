"""A finding as bricks for the build table: see docs/reference/build-table.md."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from beide.web.page.templatetags.beide_text import say
from beide.web.patterns.shown import Shown
from beide.web.patterns.stored import text_of

FORMAT, VERSION = "beide.build-table", 1
USUAL = 0.5  # of the good cases; a passage in fewer is not on the main road
Kind = Literal["step", "role", "waiting", "golden_moment"]
GOLDEN = "golden"


@dataclass(slots=True)
class Bricks:
    """Bricks and links, each once."""

    bricks: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)

    def brick(self, kind: Kind, label: str, **more: Any) -> str:
        """Return the id of a brick, laid now if it is not there yet."""
        known = {(each["kind"], each["label"]): name for name, each in self.bricks.items()}
        if (kind, label) in known:
            return known[kind, label]
        number = sum(each["kind"] == kind for each in self.bricks.values()) + 1
        name = GOLDEN if kind == "golden_moment" else f"{kind}-{number}"
        self.bricks[name] = {"id": name, "kind": kind, "label": label, **more}
        return name

    def link(self, from_: str, to: str, kind: str, **more: Any) -> None:
        """Join two bricks."""
        told = {"from": from_, "to": to, "kind": kind, **more}
        self.links.setdefault((from_, to, kind), told)

    def join(self, passage: dict[str, Any], kind: Kind, link: str) -> None:
        """Lay both ends of what passes in good cases, joined, with the share that has it."""
        from_, to = (self.brick(kind, passage[end]) for end in ("from", "to"))
        self.link(from_, to, link, share=round(passage["good_share"], 2))


def build_table(shown: Shown, *, language: str) -> dict[str, Any]:
    """Return a finding as a table that a team can build on."""
    search = shown.finding.search
    laid = Bricks()
    laid.brick("golden_moment", shown.name, text=say(shown.sentence), known=say(shown.known))
    for feature in shown.told["features"]:
        _lay(laid, feature)
    for link in _usual(search.found.get("steps", {}), shown.minimum):
        laid.join(link, "step", "next")
    for link in _sure(search.found.get("connections", {}), shown.minimum):
        laid.join(link, "role", "connection")
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": language,
        "name": shown.name,
        "promise": search.promise.name if search.promise else None,
        "good": search.good,
        "cases": shown.told["cases"],
        "bricks": list(laid.bricks.values()),
        "links": list(laid.links.values()),
    }


def _lay(laid: Bricks, feature: dict[str, Any]) -> None:
    """Lay the bricks that one thing in the pattern is about, joined to the golden moment."""
    values: dict[str, str] = feature["values"]
    steps = [laid.brick("step", values[name]) for name in ("step", "other") if name in values]
    roles = [laid.brick("role", values["role"])] if "role" in values else []
    waits = [laid.brick("waiting", say_label(feature))] if feature["kind"] == "waited" else []
    for brick in (*steps, *roles, *waits):
        laid.link(brick, GOLDEN, "part_of")
    for role in roles:
        for step in steps:
            laid.link(role, step, "does")
    for wait in waits:
        for step in steps:
            laid.link(wait, step, "before")


def say_label(feature: dict[str, str]) -> str:
    """Return what a feature is called, in the reader's language."""
    return say(text_of(feature))


def _usual(told: dict[str, Any], minimum: int) -> Sequence[dict[str, Any]]:
    """Return the passages that most good cases have, the most usual first."""
    large = [link for link in told.get("links", []) if link["cases"] >= minimum]
    usual = [link for link in large if link["good_share"] >= USUAL]
    return sorted(usual, key=lambda link: -link["good_share"])


def _sure(told: dict[str, Any], minimum: int) -> Sequence[dict[str, Any]]:
    """Return the connections that good cases surely have more often."""
    large = [link for link in told.get("links", []) if link["cases"] >= minimum]
    return [link for link in large if link["sure"] and link["good_share"] > link["other_share"]]
