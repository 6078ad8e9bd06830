"""A staggered start: every team once, in drawn order, evenly spaced."""

from datetime import date, timedelta

import numpy as np
import pytest

from beide.effect import staggered_starts
from beide.errors import WrongOption

FIRST = date(2025, 3, 3)
TEAMS = ["Klantcontact", "Werkplaats", "Magazijn", "Planning"]


def starts(seed: int) -> list[tuple[str, date]]:
    rng = np.random.default_rng(seed)
    found = staggered_starts(TEAMS, first=FIRST, weeks_between=6, rng=rng)
    return [(one.team, one.start) for one in found]


def test_every_team_once_and_evenly() -> None:
    found = starts(0)
    assert sorted(team for team, _ in found) == sorted(TEAMS)
    assert [start for _, start in found] == [FIRST + timedelta(weeks=6 * k) for k in range(4)]


def test_the_order_is_drawn_and_can_be_drawn_again() -> None:
    assert starts(1) == starts(1)
    assert len({tuple(team for team, _ in starts(seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize(
    ("teams", "between"), [(["one"], 6), (["one", "one"], 6), (["one", "two"], 3)]
)
def test_refused(teams: list[str], between: int) -> None:
    with pytest.raises(WrongOption):
        staggered_starts(teams, first=FIRST, weeks_between=between, rng=np.random.default_rng(0))
