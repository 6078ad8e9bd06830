"""``beide validate discover``: invented cases, and the demo organisation's written-down truths.

It stands here because the demo organisation stands above the search.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from beide.discover.validate import SEED, Demo, ValidationReport
from beide.discover.validate import validate as validate_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from beide.demo import Truths
    from beide.discover import Feature, Pattern, Patterns
    from beide.log import Good, Log

_TYPE, _FORM, _RIGHT = "soort", "meetformulier compleet", "in_een_keer_goed"
_QUICK, _FULL = 199, 999


def validate(*, quick: bool = False, seed: int = SEED) -> ValidationReport:
    """Measure the search where the truth is known.

    Parameters
    ----------
    quick
        Fewer logs, for under 50 seconds.
    seed
        Where chance begins.
    """
    return validate_cases(quick=quick, seed=seed, demo=lambda quickly: _demo(seed, quickly))


def _demo(seed: int, quick: bool) -> Demo:  # noqa: FBT001
    """Ask the demo organisation's log when it goes well, and hold it against what is true."""
    from beide.demo import csv_columns, generate, truths, write_csv
    from beide.log import read

    with tempfile.TemporaryDirectory(prefix="beide-") as folder:
        file = write_csv(generate(), Path(folder))
        log = read(file, columns=csv_columns(), into=Path(folder) / "demo.log")
        patterns = [
            pattern
            for found in _asked(log, truths(), seed=seed, permutations=_QUICK if quick else _FULL)
            for pattern in found.patterns
        ]
    return judged(patterns, truths())


def _asked(log: "Log", truths: "Truths", *, seed: int, permutations: int) -> "list[Patterns]":
    """Ask for quick orders, and for orders that are right first time, each at its moments."""
    from beide.discover import patterns
    from beide.log import FirstTimeRight, Outcome, good

    step = {each.key: f"step:{each.name.nl}" for each in truths.steps}
    right = FirstTimeRight(attribute=_RIGHT, value="ja")
    questions: list[tuple[Good, list[str]]] = [
        (good("lead_time <= 4d"), ["arrival", step["meetformulier"]]),
        (
            good("first_time_right", using=(Outcome(what="first_time_right", right=right),)),
            ["arrival", step["aanpassen"], step["passen"]],
        ),
    ]
    return [
        patterns(log, good=meant, by=_TYPE, landmark=at, seed=seed, permutations=permutations)
        for meant, at in questions
    ]


def judged(patterns: "list[Pattern]", truths: "Truths") -> Demo:
    """Hold patterns against what is written down as true.

    A pattern is false when it names anything that is not one of the conditions that help.
    """
    says = _says(truths)
    named = [
        [{key for key, is_it in says.items() if is_it(feature)} for feature in pattern.features]
        for pattern in patterns
    ]
    found = {key for features in named if all(features) for keys in features for key in keys}
    false = [
        " and ".join(label.en for label in pattern.labels)
        for pattern, features in zip(patterns, named, strict=True)
        if not all(features)
    ]
    return Demo(
        found=tuple(key for key in says if key in found),
        missed=tuple(key for key in says if key not in found),
        false=tuple(false),
    )


def _says(truths: "Truths") -> "Mapping[str, Callable[[Feature], bool]]":
    """Return for each condition that helps which features say that it is met."""
    step = {each.key: each.name.nl for each in truths.steps}
    role = {each.key: each.name.nl for each in truths.roles}

    def form(feature: "Feature") -> bool:
        return dict(feature.values) == {"name": _FORM, "value": "ja"}

    def planned(feature: "Feature") -> bool:
        values = feature.values
        if feature.kind == "directly":
            return step["plannen"] in (values["step"], values["other"])
        return feature.kind in ("done", "done_by") and values["step"] == step["plannen"]

    def one_hand(feature: "Feature") -> bool:
        values = feature.values
        if feature.kind == "same_role":
            return {values["step"], values["other"]} == {step["intake"], step["passen"]}
        return feature.kind == "done_by" and (values["step"], values["role"]) == (
            step["passen"],
            role["adviseur"],
        )

    def short_talk(feature: "Feature") -> bool:
        values = feature.values
        return step["overleg"] in (values.get("step"), values.get("other")) and (
            feature.kind in ("done", "directly", "before", "done_by")
        )

    return {
        "form_complete": form,
        "planned_on_phone": planned,
        "one_hand": one_hand,
        "short_talk": short_talk,
    }
