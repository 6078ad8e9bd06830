"""What is stored of a search, so that a page only has to read it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from beide.text import Text

if TYPE_CHECKING:
    from beide.discover import Landmark, Links, Pattern, Patterns

MOST_LINKS = 300  # of which the surest come first


def both(text: Text) -> dict[str, str]:
    """Return a text in both languages, ready for JSON."""
    return {"nl": text.nl, "en": text.en}


def text_of(told: Mapping[str, Any]) -> Text:
    """Return a text that was stored."""
    return Text(nl=told["nl"], en=told["en"])


def stored_search(found: "Patterns") -> dict[str, Any]:
    """Return what a search rests on; its patterns are stored by themselves."""
    told = {name: value for name, value in found.to_dict().items() if name != "patterns"}
    return {**told, "landmarks": [_landmark(each) for each in found.landmarks]}


def stored_pattern(pattern: "Pattern") -> dict[str, Any]:
    """Return a pattern with its sentences, and its features by kind."""
    return {
        **pattern.to_dict(),
        "features": [
            {"kind": feature.kind, "values": dict(feature.values), **both(label)}
            for feature, label in zip(pattern.features, pattern.labels, strict=True)
        ],
        "sentences": [both(sentence) for sentence in pattern.sentences],
        "landmark": _landmark(pattern.landmark),
        "goal": pattern.goal,
    }


def stored_links(found: "Links") -> dict[str, Any]:
    """Return connections between roles, or passages between steps."""
    return {**found.to_dict(), "links": [link.to_dict() for link in found.links[:MOST_LINKS]]}


def _landmark(landmark: "Landmark") -> dict[str, str]:
    return {"source": landmark.source, **both(landmark.text)}
