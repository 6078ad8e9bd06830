"""Connections between roles, and what good looks like."""

import json

import numpy as np
import pytest

from beide import discover
from beide.discover import Link, Links
from beide.errors import TooLittleData
from beide.log import Columns, Log, good_cases, read
from beide.log import good as parse_good
from beide.log.outcomes import tables


@pytest.fixture(scope="module")
def roles(log: Log) -> Links:
    return discover.connections(log, good="lead_time <= 4d", by="kind", permutations=400)


@pytest.fixture(scope="module")
def steps(log: Log) -> Links:
    return discover.good_map(log, good="lead_time <= 4d", by="kind", permutations=400)


def by_name(found: Links) -> dict[tuple[str, str], Link]:
    return {(link.from_, link.to): link for link in found.links}


def test_the_connection_that_costs_time_is_found(roles: Links) -> None:
    told = by_name(roles)
    # Work that team a passes on takes longest with team c.
    assert told["team a", "team c"].sure
    assert not told["team a", "team c"].more_in_good
    assert told["team c", "driver"].sure
    assert any("changes roles as often" in note.en for note in roles.notes)


def test_what_always_happens_is_there_and_not_sure(steps: Links) -> None:
    told = by_name(steps)
    assert told["send", "close"].good_share == told["send", "close"].other_share == 1
    assert not told["send", "close"].sure


def test_counts_agree_with_the_events(log: Log, steps: Links) -> None:
    here = tables(log)
    counted = good_cases(log, parse_good("lead_time <= 4d"))
    cases = {row["case"] for row in here.rows(counted.table)}
    names = here.names("activities")
    seen: dict[tuple[str, str], set[int]] = {}
    for row in here.rows(here.events):
        if row["case"] in cases and row["next_activity"] is not None:
            pair = (names[row["activity"]], names[row["next_activity"]])
            seen.setdefault(pair, set()).add(row["case"])
    told = {(link.from_, link.to): link.cases for link in steps.links}
    assert told == {pair: len(each) for pair, each in seen.items() if len(each) >= 30}
    assert (steps.cases, steps.good_cases) == (counted.cases, counted.good)


def test_a_bound_lies_below_the_difference_whatever_its_direction(steps: Links) -> None:
    for link in steps.links:
        assert 0 <= link.at_least <= abs(link.good_share - link.other_share) + 1e-9
    assert any(not link.more_in_good and link.at_least > 0 for link in steps.links)


def test_in_whole_sentences(roles: Links, steps: Links) -> None:
    link = by_name(roles)["team a", "team c"]
    assert link.text.en.startswith("From team a to team c: in ")
    assert "goede casussen, en in" in link.text.nl
    assert "connections between roles" in roles.text.en
    assert "tussen stappen" in steps.text.nl
    json.dumps(roles.to_dict())
    assert len(roles.table()) == len(roles.links)


def test_nothing_is_sure_in_nothing(log: Log) -> None:
    rng = np.random.default_rng(3)
    sure = 0
    for _ in range(4):
        limit = float(rng.uniform(40, 80))
        found = discover.good_map(log, good=f"amount <= {limit:.1f}", permutations=200, seed=rng)
        sure += bool(found.sure)
    assert sure <= 1


def test_a_log_without_roles_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("plain")
    path = folder / "plain.csv"
    path.write_text("case,step,time\n1,a,2024-01-01\n1,b,2024-01-02\n", encoding="utf-8")
    plain = read(path, columns=Columns(case="case", activity="step", time="time"))
    with pytest.raises(TooLittleData, match="no roles"):
        discover.connections(plain, good="lead_time <= 4d")
