"""What a guide says and does, step by step, with the minutes it takes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from beide.text import Text
from beide.web.team_sessions.models import Step, Way
from beide.web.team_sessions.steps import PER_TENSION, Moment, moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One step of the script. ``screen`` is the heading on the big screen."""

    minutes: int
    title: Text
    screen: Text
    say: tuple[Text, ...]
    do: tuple[Text, ...]
    say_paper: tuple[Text, ...]
    paper: tuple[Text, ...]

    def saying(self, way: str) -> tuple[Text, ...]:
        """What to say, with phones or with cards."""
        return self.say_paper if way == Way.PAPER and self.say_paper else self.say

    def doing(self, way: str) -> tuple[Text, ...]:
        """What to do, with phones or with cards."""
        return self.paper if way == Way.PAPER and self.paper else self.do


@cache
def script() -> Mapping[Step, Part]:
    """Return the script of every step."""
    found = tomllib.loads(
        files("beide.web.team_sessions").joinpath("script.toml").read_text("utf-8")
    )
    return {step: _part(found[step.value]) for step in Step}


def minutes_of(moment: Moment) -> int:
    """Return how long a moment takes."""
    return script()[moment.step].minutes


def minutes_in_all(tensions: int) -> int:
    """Return how long a session on this many tensions takes."""
    return sum(minutes_of(moment) for moment in moments(tensions))


def minutes_more() -> int:
    """Return how much longer every next tension makes it."""
    return sum(script()[step].minutes for step in PER_TENSION)


def _part(found: Mapping[str, Any]) -> Part:
    return Part(
        minutes=found["minutes"],
        title=Text(**found["title"]),
        screen=Text(**found["screen"]),
        say=_texts(found["say"]),
        do=_texts(found["do"]),
        say_paper=_texts(found.get("say_paper", [])),
        paper=_texts(found.get("paper", [])),
    )


def _texts(found: list[dict[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(**each) for each in found)
