"""The sentences in which room is told."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from beide.room._changes import Arrivals, Change, Moved, People, Removed, Work
from beide.room._groups import EVERYONE, OTHERS
from beide.text import Text


def say(part: str, key: str, **data: object) -> Text:
    """Return a sentence of ``says.toml``, with the data filled in; texts fill both languages."""
    sentence = sentences()[part][key]
    nl = {name: value.nl if isinstance(value, Text) else value for name, value in data.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in data.items()}
    return Text(nl=sentence.nl.format(**nl), en=sentence.en.format(**en))


@cache
def sentences() -> Mapping[str, Mapping[str, Text]]:
    """Return every sentence, by part and key."""
    read = (files("beide.room") / "content" / "says.toml").read_text(encoding="utf-8")
    return {
        part: {key: Text(nl=each["nl"], en=each["en"]) for key, each in keys.items()}
        for part, keys in tomllib.loads(read).items()
    }


def change_text(change: Change) -> Text:
    """Return what would be different, as part of a sentence."""
    match change:
        case Arrivals(factor=factor):
            key = "arrivals" if factor >= 1 else "fewer_arrivals"
            return say("change", key, percent=_percent(factor))
        case Work(factor=factor, role=role):
            where = say("change", "where", role=team_text(role)) if role else Text(nl="", en="")
            key = "work" if factor >= 1 else "less_work"
            return say("change", key, percent=_percent(factor), where=where)
        case People(role=role, more=more):
            key = "more_people" if more >= 0 else "fewer_people"
            return say("change", key, count=f"{abs(more):g}", role=team_text(role))
        case Removed(activity=activity):
            return say("change", "removed", activity=activity)
        case Moved(activity=activity, role=role):
            return say("change", "moved", activity=activity, role=team_text(role))


_NAMELESS = {"*": "one", OTHERS: "others", EVERYONE: "everyone"}


def team_text(name: str) -> Text:
    """Return the name of a team; one that is all of a log, or small roles together, has none."""
    key = _NAMELESS.get(name)
    return sentences()["teams"][key] if key else Text(nl=name, en=name)


def listed(names: Iterable[str]) -> Text:
    """Join names as in speech: a, b and c."""
    each = [team_text(name) for name in names]
    word = sentences()["teams"]["and"]
    return Text(
        nl=_joined([name.nl for name in each], word.nl),
        en=_joined([name.en for name in each], word.en),
    )


def capital(sentence: Text) -> Text:
    """Return the same with a capital first."""
    return Text(
        nl=sentence.nl[:1].upper() + sentence.nl[1:], en=sentence.en[:1].upper() + sentence.en[1:]
    )


def hours_text(slots: Iterable[int]) -> Text:
    """Return hours of the week in words: Mon 9:00-11:00, Tue 9:00-10:00."""
    spans: list[list[int]] = []
    for slot in sorted(slots):
        if spans and spans[-1][1] == slot and slot % 24:
            spans[-1][1] = slot + 1
        else:
            spans.append([slot, slot + 1])
    days = sentences()["days"]
    told = [(days[str(begin // 24)], _clock(begin), _clock(end, ends=True)) for begin, end in spans]
    return Text(
        nl=", ".join(f"{day.nl} {begin}-{end}" for day, begin, end in told),
        en=", ".join(f"{day.en} {begin}-{end}" for day, begin, end in told),
    )


def decimal(value: float, decimals: int = 0) -> Text:
    """Return a number with each language's decimal mark."""
    written = f"{value:.{decimals}f}"
    return Text(nl=written.replace(".", ","), en=written)


def percent(share: float) -> Text:
    """Return a share as a percentage with one decimal where that says something."""
    value = 100 * share
    return decimal(value, 0 if abs(value - round(value)) < 0.05 else 1)


def _percent(factor: float) -> str:
    return f"{abs(factor - 1) * 100:.0f}"


def _clock(slot: int, *, ends: bool = False) -> str:
    return "24:00" if ends and slot % 24 == 0 else f"{slot % 24}:00"


def _joined(parts: list[str], word: str) -> str:
    return (
        f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
    )
