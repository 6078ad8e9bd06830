"""The case table agrees with the events, read one by one."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from beide.discover._base import Asked
from beide.discover._case_table import CaseTable, case_table
from beide.discover._landmark import Landmark
from beide.discover._model import Known
from beide.errors import TooLittleData, WrongOption
from beide.log import Log
from beide.log import good as parse_good
from beide.log.outcomes import tables

Events = list[tuple[str, str]]


def table(log: Log, landmark: str = "arrival", **more: object) -> CaseTable:
    options: dict[str, object] = {"by": "kind", "later": (), "good": "lead_time <= 4d", **more}
    good = parse_good(str(options.pop("good")))
    asked = Asked(log=log, good=good, **options)  # type: ignore[arg-type]
    return case_table(asked, Landmark.parse(landmark), np.random.default_rng(1))


def events_of(log: Log) -> dict[int, Events]:
    here = tables(log)
    steps, roles = here.names("activities"), here.names("roles")
    found: dict[int, Events] = {}
    for row in here.rows(here.events.order_by("case", "position")):
        found.setdefault(row["case"], []).append((steps[row["activity"]], roles[row["role"]]))
    return found


def steps(events: Events) -> list[str]:
    return [step for step, _ in events]


def roles_of(events: Events, step: str) -> set[str]:
    return {role for name, role in events if name == step}


KINDS: dict[str, Callable[[Events, dict[str, str]], bool]] = {
    "first_step": lambda e, v: e[0][0] == v["step"],
    "first_role": lambda e, v: e[0][1] == v["role"],
    "done": lambda e, v: v["step"] in steps(e),
    "not_done": lambda e, v: v["step"] not in steps(e),
    "again": lambda e, v: steps(e).count(v["step"]) > 1,
    "directly": lambda e, v: (v["step"], v["other"]) in pairwise(steps(e)),
    "role": lambda e, v: v["role"] in {role for _, role in e},
    "done_by": lambda e, v: v["role"] in roles_of(e, v["step"]),
    "same_role": lambda e, v: bool(roles_of(e, v["step"]) & roles_of(e, v["other"])),
    "one_role": lambda e, v: len({role for _, role in e}) == 1,
    "many_roles": lambda e, v: len({role for _, role in e}) >= 3,
}  # fmt: skip


@pytest.mark.parametrize("landmark", ["first_step", "steps:3", "step:make"])
def test_features_agree_with_the_reference(log: Log, landmark: str) -> None:
    made = table(log, landmark)
    all_events = events_of(log)
    at = {"first_step": 1, "steps:3": 3}
    seen = set()
    for place, feature in enumerate(made.cases.features):
        if feature.kind not in KINDS:
            continue
        seen.add(feature.kind)
        for row, case in enumerate(made.code.tolist()):
            events = all_events[case]
            until = at.get(landmark) or steps(events).index("make") + 1
            expected = KINDS[feature.kind](events[:until], dict(feature.values))
            assert made.cases.held[place, row] == expected, (feature.key, case)
    expected_kinds = {"step:make": {"done", "directly", "done_by", "same_role"}}
    assert seen >= expected_kinds.get(landmark, set())


def test_only_cases_that_are_over_and_were_open_then_count(log: Log) -> None:
    arrived, made = table(log), table(log, "step:make")
    assert len(arrived.cases) == log.about.whole < log.about.cases
    assert len(made.cases) <= len(arrived.cases)


def test_on_arrival_nothing_that_came_later_is_there(log: Log) -> None:
    made = table(log)
    assert made.cases.known is Known.ARRIVAL
    assert {feature.kind for feature in made.cases.features} <= {
        "attribute", "yes", "no", "number", "unknown", "open_cases", "arrivals",
    }  # fmt: skip


def test_what_is_filled_in_later_is_known_only_at_the_end(log: Log) -> None:
    known = {
        feature.values["name"]: feature.known_at
        for feature in table(log).cases.features
        if "name" in feature.values
    }
    assert known["channel"] is known["amount"] is Known.ARRIVAL
    # One by its name, one because it comes with the step 'ask'.
    assert known["result code"] is known["checked"] is Known.END
    assert "stamp" not in known
    assert "kind" not in known


def test_people_may_say_when_an_attribute_is_known(log: Log) -> None:
    made = table(log, later=("channel",), early=("checked",))
    known = {f.values["name"]: f.known_at for f in made.cases.features if "name" in f.values}
    assert known["channel"] is Known.END
    assert known["checked"] is Known.ARRIVAL


def test_an_attribute_of_the_outcome_is_no_feature(log: Log) -> None:
    made = table(log, good="amount <= 60 and lead_time <= 9d")
    assert "amount" not in {f.values.get("name") for f in made.cases.features}


def test_from_a_later_moment_the_time_that_is_left_counts(log: Log) -> None:
    arrived, made = table(log), table(log, "step:make")
    assert arrived.judged.goal == "within"
    assert made.judged.goal == "then"
    assert made.judged.within is not None
    assert made.judged.within.days < 4
    assert made.cases.good.mean() == pytest.approx(arrived.cases.good.mean(), abs=0.1)


def test_a_mixed_outcome_compares_cases_that_had_run_as_long(log: Log) -> None:
    made = table(log, "step:make", good="lead_time <= 4d and amount <= 100")
    assert made.judged.by_run
    assert "waited" not in {feature.kind for feature in made.cases.features}
    assert "waited" in {feature.kind for feature in table(log, "step:make").cases.features}


def test_too_many_cases_are_sampled_evenly(log: Log) -> None:
    made = table(log, most_cases=600)
    assert 600 <= len(made.cases) < 900
    assert any("sample" in note.en for note in made.notes)
    everything = table(log)
    part = len(made.cases) / len(everything.cases)
    for kind in (0, 1):
        share = (made.types[0] == kind).sum() / (everything.types[0] == kind).sum()
        assert share == pytest.approx(part, abs=0.06)


def test_too_many_features_are_narrowed_to_the_most_even(log: Log) -> None:
    made = table(log, "step:make", most_features=12)
    assert len(made.cases.features) == 12
    assert any("most evenly" in note.en for note in made.notes)
    assert made.cases.held.mean(axis=1).min() > 0.2


@pytest.mark.parametrize("option", ["by", "later", "early"])
def test_an_attribute_that_is_not_there_is_named(log: Log, option: str) -> None:
    asked: dict[str, object] = {option: "colour" if option == "by" else ("colour",)}
    with pytest.raises(WrongOption, match=r"channel.*colour") as raised:
        table(log, "arrival", **asked)
    assert raised.value.data["option"] == option


def test_too_few_cases_at_a_moment(log: Log) -> None:
    with pytest.raises(TooLittleData, match="300"):
        table(log, "steps:6")
