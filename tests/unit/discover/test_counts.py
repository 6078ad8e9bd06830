"""What the engine counts agrees with the events, read one by one; also outside a sample."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from math import sqrt
from pathlib import Path

import numpy as np
import pytest

from beide.discover import _counts, _patterns, _strata, patterns
from beide.discover import _steps as steps
from beide.discover._base import Asked, Base, base
from beide.discover._counts import Possible, Prefix, prefix_of, screened
from beide.discover._fetch import Fetch
from beide.discover._landmark import Landmark
from beide.discover._model import Feature
from beide.engine import temporary, using
from beide.log import Log, good
from beide.log.outcomes import tables

Made = tuple[Base, Prefix]


@pytest.fixture(scope="module")
def made(log: Log, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A sample of the cases after they were made, and the events of all."""
    folder = tmp_path_factory.mktemp("made")
    asked = Asked(log=log, good=good("lead_time <= 4d"), by="kind", most_cases=600)
    with temporary(folder) as engine, using(engine):
        here, fetch = tables(log), Fetch(engine, folder)
        found = base(asked, Landmark.parse("step:make"), here, fetch, np.random.default_rng(1))
        names = here.names("activities"), here.names("roles")
        yield found, prefix_of(here.events, found, fetch=fetch, names=names, least=30)


@pytest.fixture(scope="module")
def done(log: Log) -> dict[int, list[str]]:
    """The steps of each case until it was made."""
    here = tables(log)
    names = here.names("activities")
    found: dict[int, list[str]] = {}
    for row in here.rows(here.events.order_by("case", "position")):
        found.setdefault(row["case"], []).append(names[row["activity"]])
    return {case: each[: each.index("make") + 1] for case, each in found.items() if "make" in each}


def holds(feature: Feature, events: list[str]) -> bool:
    step, other = feature.values["step"], feature.values.get("other")
    return {
        "done": step in events,
        "not_done": step not in events,
        "again": events.count(step) > 1,
        "directly": any((step, other) == pair for pair in pairwise(events)),
        "before": step in events[: events.index(other)] if other in events else False,
    }[feature.kind]


def found_in(prefix: Prefix) -> list[Possible]:
    return [*steps.done(prefix), *steps.order(prefix)]


def test_cases_are_counted_and_fetched_as_they_are(
    made: Made, done: dict[int, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    cases, prefix = made
    monkeypatch.setattr(steps, "COMMON", 0.2)
    found = found_in(prefix)
    monkeypatch.setattr(_counts, "_ROWS", 500)  # so that they are fetched in several parts
    held = prefix.flags(found)
    assert {each.feature.kind for each in found} == {"done", "not_done", "directly"}
    for possible, flags in zip(found, held, strict=True):
        plain = [holds(possible.feature, done[case]) for case in cases.table["case"].tolist()]
        assert flags.tolist() == plain
        assert possible.cases == sum(plain)


def test_everything_that_holds_for_enough_cases_is_found(
    made: Made, done: dict[int, list[str]]
) -> None:
    cases, prefix = made
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for case in cases.table["case"].tolist():
        for pair in set(pairwise(done[case])):
            counts[pair] += 1
    enough = {pair for pair, n in counts.items() if 30 <= n <= prefix.cases - 30}
    told = (each.feature for each in steps.order(prefix) if each.feature.kind == "directly")
    assert {(each.values["step"], each.values["other"]) for each in told} == enough


def test_what_lies_outside_the_sample_tells_what_makes_a_difference(
    made: Made, done: dict[int, list[str]], log: Log
) -> None:
    cases, prefix = made
    everything = Asked(log=log, good=good("lead_time <= 4d"), by="kind")
    with using(prefix.fetch.engine):
        whole = base(
            everything,
            Landmark.parse("step:make"),
            tables(log),
            prefix.fetch,
            np.random.default_rng(1),
        )
    outside = ~np.isin(whole.table["case"], cases.table["case"])
    assert prefix.others == outside.sum() == cases.of_cases - len(cases.week)
    weeks = _strata.strata(
        key=whole.key[outside], week=whole.week[outside], good=whole.judged.good[outside]
    ).weeks
    strata = defaultdict(list)
    for at in np.flatnonzero(outside).tolist():
        strata[whole.key[at], whole.week[at] // weeks].append(at)
    for possible in found_in(prefix):
        expected = standing_of(possible.feature, whole, list(strata.values()), done)
        assert possible.standing == pytest.approx(expected, rel=0.2, abs=0.1), possible.feature.key
    assert max(abs(each.standing) for each in found_in(prefix)) > 1


def standing_of(
    feature: Feature, whole: Base, strata: list[list[int]], done: dict[int, list[str]]
) -> float:
    """Count it stratum after stratum, with the exact variance."""
    surplus = variance = 0.0
    for places in strata:
        has = [holds(feature, done[whole.table["case"][at]]) for at in places]
        went = [bool(whole.judged.good[at]) for at in places]
        n, k, n1 = len(places), sum(went), sum(has)
        surplus += sum(g for h, g in zip(has, went, strict=True) if h) - n1 * k / n
        if n > 1:
            variance += n1 * (n - n1) * k * (n - k) / (n * n * (n - 1))
    return surplus / sqrt(max(variance, 1.0))


def test_few_cases_outside_the_sample_tell_nothing(log: Log, tmp_path: Path) -> None:
    asked = Asked(log=log, good=good("lead_time <= 4d"), by="kind", most_cases=1200)
    with temporary(tmp_path) as engine, using(engine):
        found = base(
            asked, Landmark(), tables(log), Fetch(engine, tmp_path), np.random.default_rng(1)
        )
    assert len(found.week) < found.of_cases
    assert found.outside is None


def possible(name: str, cases: int, stands: float = 0.0) -> Possible:
    return Possible(feature=Feature(kind=name), cases=cases, standing=stands)


def test_half_is_chosen_by_the_difference_outside_and_half_by_evenness() -> None:
    found = [
        possible("even", 50), possible("worse", 20, -9.0), possible("better", 5, 4.0),
        possible("best", 6, 6.0), possible("good", 7, 1.0), possible("common", 55),
    ]  # fmt: skip
    assert [each.feature.kind for each in screened(found, most=4, cases=100)] == [
        "even", "better", "best", "common",
    ]  # fmt: skip
    assert screened(found, most=6, cases=100) == found


def test_without_cases_outside_the_most_even_are_chosen() -> None:
    found = [possible("rare", 5), possible("even", 50), possible("common", 90)]
    kept = screened(found, most=2, cases=100)
    assert [each.feature.kind for each in kept] == ["even", "common"]


def test_the_answer_says_that_it_rests_on_a_sample(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = partial(
        patterns, log, good="lead_time <= 4d", by="kind", landmark="steps:3", permutations=99
    )
    whole = ask()
    assert not whole.sampled
    assert whole.of_cases == whole.cases
    fewer = partial(Asked, most_cases=600, most_features=12)
    monkeypatch.setattr(_patterns, "Asked", fewer)
    some = ask()
    assert some.sampled
    assert some.of_cases == whole.cases > some.cases >= 600
    assert some.possible > 12
    told = some.to_dict()
    assert (told["of_cases"], told["sampled"]) == (some.of_cases, True)
    told_en = " ".join(note.en for note in some.notes)
    assert f"a sample of {some.cases}" in told_en
    assert "outside the sample" in told_en
