"""What is kept of a round can be read back whole."""

import json

import numpy as np

from beide.reflect import Answer, Thresholds, bank
from beide.web.team_sessions.asking import Answers
from beide.web.team_sessions.revealing import first_round, second_round
from beide.web.team_sessions.snapshot import Shown

STATEMENTS = bank().statements


def team(count: int, *, seed: int) -> dict[str, Answers]:
    """Return people who answer eight statements, each in their own way."""
    rng = np.random.default_rng(seed)
    return {
        str(n): tuple(
            Answer(statement.key, int(rng.integers(1, 6)))
            for statement in rng.permutation(np.array(STATEMENTS, dtype=object))[:8]
        )
        for n in range(count)
    }


def rounds(count: int) -> list[Shown]:
    """Return a first and a second round."""
    before, after = team(count, seed=1), team(count, seed=2)
    rng = np.random.default_rng(0)
    return [
        first_round(before, Thresholds(), rng),
        second_round(before, after, Thresholds(), rng),
    ]


def divided() -> Shown:
    """Return what is shown of a team of two halves that see it each the other way."""
    halves = {
        str(n): tuple(
            Answer(each.key, 5 if each.reversed is not (n % 2 == 0) else 1)
            for each in STATEMENTS[:10]
        )
        for n in range(40)
    }
    return first_round(halves, Thresholds(), np.random.default_rng(0))


def test_it_comes_back_as_it_was() -> None:
    every = [shown for count in (3, 6, 12) for shown in rounds(count)] + [divided()]
    for shown in every:
        kept = json.loads(json.dumps(shown.to_json(), allow_nan=False))
        assert Shown.from_json(kept) == shown


def test_a_divided_team_sees_on_what() -> None:
    picture = divided().picture
    assert picture is not None
    assert picture.differs is not None
    assert 98 <= sum(picture.differs.answers) <= 102
    assert picture.agreed is not None
    assert picture.agreed.value < 50


def test_it_holds_a_cloud_and_three_questions() -> None:
    picture = rounds(12)[0].picture
    assert picture is not None
    assert picture.mask.startswith("data:image/png;base64,")
    assert len(picture.questions) == 3
    assert 98 <= sum(chance.percent for chance in picture.chances) <= 102
    assert [c.percent for c in picture.chances] == sorted(
        (c.percent for c in picture.chances), reverse=True
    )


def test_nothing_in_it_says_who() -> None:
    before = team(12, seed=1)
    kept = json.dumps(first_round(before, Thresholds(), np.random.default_rng(0)).to_json())
    assert len(kept) < 20_000
    assert '"0"' not in kept
