"""Starting teams one after another, in drawn order, so that a difference can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from beide.effect._window import FEWEST_AFTER
from beide.errors import WrongOption


@dataclass(frozen=True, slots=True)
class Start:
    """When a team starts."""

    team: str
    start: date

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"team": self.team, "start": self.start.isoformat()}


def staggered_starts(
    teams: Sequence[str], *, first: date, weeks_between: int, rng: np.random.Generator
) -> tuple[Start, ...]:
    """Return a start for each team, in drawn order.

    Teams that have not started yet are what the others are compared with. Drawing the order keeps
    it from being the worst team that starts first.

    Parameters
    ----------
    teams
        Names, two or more, each once.
    first
        When the first team starts; later teams start on the same weekday.
    weeks_between
        Weeks between two starts, 4 or more.
    rng
        Where the order comes from.

    Raises
    ------
    WrongOption
        When there are fewer than two teams, a name comes twice, or starts are too close.
    """
    if len(teams) < 2 or len(set(teams)) < len(teams):
        raise WrongOption(
            option="teams",
            value=", ".join(teams),
            expected_nl="twee of meer teams, elk één keer",
            expected_en="two or more teams, each once",
        )
    if weeks_between < FEWEST_AFTER:
        raise WrongOption(
            option="weeks_between",
            value=weeks_between,
            expected_nl=f"{FEWEST_AFTER} of meer",
            expected_en=f"{FEWEST_AFTER} or more",
        )
    return tuple(
        Start(teams[team], first + timedelta(weeks=int(weeks_between * place)))
        for place, team in enumerate(rng.permutation(len(teams)))
    )
