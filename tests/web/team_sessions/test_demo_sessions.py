"""The demo has one session that is over and one that is ready to begin."""

import numpy as np

from beide.reflect import Thresholds
from beide.web.demo.sessions import PEOPLE, SEED, rounds
from beide.web.reflections.told import PLANE
from beide.web.team_sessions import revealing


def test_the_talk_shifts_how_they_see_it_and_brings_them_closer() -> None:
    rng = np.random.default_rng(SEED)
    before, after = rounds(rng)
    assert len(before) == len(after) == PEOPLE
    first = revealing.first_round(before, Thresholds(), rng).picture
    second = revealing.second_round(before, after, Thresholds(), rng)
    assert first is not None
    assert second.picture is not None
    assert first.forms != second.picture.forms
    assert first.agreed is not None
    assert second.picture.agreed is not None
    assert first.agreed.value < second.picture.agreed.value
    assert second.shifted is not None
    assert set(second.picture.forms) <= set(PLANE)
