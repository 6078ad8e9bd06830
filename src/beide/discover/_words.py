"""Features and shares of cases in words, from templates."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from beide.discover._model import Feature
from beide.log import spoken_duration
from beide.text import Text

Form: TypeAlias = Literal["when", "label"]
Goal: TypeAlias = Literal["good", "within", "then", "beside", "in_good", "in_other"]

_DURATIONS = frozenset({"waited"})
_COUNTS = frozenset({"open_cases", "arrivals", "hand_overs"})
_AND = Text(nl="en", en="and")


@cache
def templates() -> Mapping[str, Any]:
    """Return the templates as they are written."""
    source = files("beide.discover") / "content" / "sentences.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def template(*path: str) -> Text:
    """Return one template by its place."""
    found: Any = templates()
    for name in path:
        found = found[name]
    return Text(nl=found["nl"], en=found["en"])


def feature_text(feature: Feature, form: Form) -> Text:
    """Return a feature in words: after ``when``, or by itself as a label."""
    values = feature.values
    path = (feature.kind, values["level"]) if "level" in values else (feature.kind,)
    spoken = {name: _spoken(feature.kind, name, value) for name, value in values.items()}
    said = template("feature", *path, form)
    return Text(
        nl=said.nl.format(**{name: each.nl for name, each in spoken.items()}),
        en=said.en.format(**{name: each.en for name, each in spoken.items()}),
    )


def _spoken(kind: str, name: str, value: str) -> Text:
    if name in ("day", "part"):
        return template(name, value)
    if name in ("low", "high"):
        if kind in _DURATIONS:
            return spoken_duration(rounded(timedelta(seconds=float(value))))
        limit = float(value)
        return number_text(-(-limit // 1) if kind in _COUNTS and name == "low" else limit)
    return Text(nl=value, en=value)


def rounded(length: timedelta) -> timedelta:
    """Return a length of time in as many minutes, hours or days as one would say.

    >>> rounded(timedelta(days=2, hours=7, minutes=13))
    timedelta(days=2, seconds=28800)
    """
    seconds = length.total_seconds()
    for unit, least in ((86_400, 10), (14_400, 12), (3_600, 2), (900, 4), (60, 1)):
        if seconds >= least * unit:
            return timedelta(seconds=max(round(seconds / unit), 1) * unit)
    return timedelta(seconds=max(round(seconds), 1))


def number_text(value: float) -> Text:
    """Return a number with the marks of each language, rounded as one would say it."""
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 1 else 3
    written = f"{value:,.{digits}f}"
    return Text(nl=written.translate(str.maketrans(",.", ".,")), en=written)


def together(features: Sequence[Feature], form: Form = "when") -> Text:
    """Return features in words, with commas and one *and*."""
    said = [feature_text(feature, form) for feature in features]
    return Text(
        nl=_listed([each.nl for each in said], _AND.nl),
        en=_listed([each.en for each in said], _AND.en),
    )


def _listed(said: Sequence[str], word: str) -> str:
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} {word} {said[-1]}"


def share_texts(
    with_: float, without: float, goal: Goal, within: timedelta | None
) -> tuple[Text, Text]:
    """Return two shares as so many of ten cases, or of a hundred where ten shows no difference."""
    of = 10 if round(10 * with_) != round(10 * without) else 100
    length = spoken_duration(within) if within else Text(nl="", en="")
    return share_text(with_, of, goal, length), share_text(without, of, "beside", length)


def share_text(share: float, of: int, goal: Goal, within: Text) -> Text:
    """Return a share as so many of some cases."""
    n = round(of * share)
    amount = {0: "none", 1: "one", of: "all"}.get(n, "more")
    said = template("share", goal, amount)
    return Text(
        nl=said.nl.format(n=n, of=of, within=within.nl),
        en=said.en.format(n=n, of=of, within=within.en),
    )


def sentence(name: str, **values: Text | str | float) -> Text:
    """Return a sentence with numbers and words filled in, each in its own language."""
    return _filled(template("sentence", name), values)


def note(name: str, **values: Text | str | float) -> Text:
    """Return a remark with numbers and words filled in, each in its own language."""
    return _filled(template("note", name), values)


def _filled(said: Text, values: Mapping[str, Text | str | float]) -> Text:
    texts = {name: _text(value) for name, value in values.items()}
    return Text(
        nl=said.nl.format(**{name: each.nl for name, each in texts.items()}),
        en=said.en.format(**{name: each.en for name, each in texts.items()}),
    )


def _text(value: Text | str | float) -> Text:
    if isinstance(value, Text):
        return value
    return Text(nl=value, en=value) if isinstance(value, str) else number_text(value)
