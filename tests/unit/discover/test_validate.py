"""What `beide validate discover` measures and how it reports."""

from dataclasses import replace

import numpy as np
import pytest

from beide.cli import _discovered
from beide.demo import truths
from beide.discover import Feature
from beide.discover import validate as module
from beide.discover._candidates import least_cases
from beide.discover._model import Known
from beide.discover._sizes import score
from beide.discover._strata import joined
from beide.discover._trials._worlds import WORLDS, World, draw, tautology
from beide.discover.validate import Demo, Sizes, ValidationReport, validate
from beide.text import Text


@pytest.fixture(scope="module")
def report() -> ValidationReport:
    tiny = Sizes(null=2, power=3, tautology=2, permutations=99)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "QUICK", tiny)
        return validate(quick=True, seed=1, demo=lambda _: Demo(("a",), (), ()))


def test_keys(report: ValidationReport) -> None:
    told = report.to_dict()
    assert set(told["fwer"]) == set(WORLDS)
    assert {"power", "tautology_reported", "demo_found", "demo_false"} <= set(told)
    assert told["demo_found"] == ["a"]
    assert told["quick"]


def test_every_figure_is_held_against_its_bar(report: ValidationReport) -> None:
    def held(**changed: object) -> dict[str, bool]:
        told: dict[str, bool] = replace(report, **changed).to_dict()["holds"]  # type: ignore[arg-type]
        return told

    assert set(held()) == {
        *(f"fwer.{name}" for name in WORLDS),
        "power", "tautology_reported", "demo_missed", "demo_false",
    }  # fmt: skip
    worlds = dict.fromkeys(WORLDS, 0.05)
    assert held(logs=400, fwer={**worlds, "drift_1000": 0.071})["fwer.drift_1000"]
    assert not held(logs=400, fwer={**worlds, "drift_1000": 0.0725})["fwer.drift_1000"]
    assert not held(power=0.79)["power"]
    assert not held(tautology_reported=1)["tautology_reported"]
    assert not held(demo=Demo((), ("one_hand",), ()))["demo_missed"]
    assert not held(demo=Demo((), (), ("channel: phone",)))["demo_false"]


def test_worlds_are_as_told() -> None:
    rng = np.random.default_rng(2)
    for world in WORLDS.values():
        cases = draw(world, rng)
        assert len(cases) == world.cases
        assert 0.4 < cases.good.mean() < 0.6
        # Types and weeks matter, or keeping them apart would prove nothing.
        by_type = [cases.good[cases.kind == kind].mean() for kind in np.unique(cases.kind)]
        assert max(by_type) - min(by_type) > 0.2
        related = np.abs(np.asarray(np.corrcoef(cases.held))[np.triu_indices(40, 1)])
        assert related.max() > 0.2
    naive = draw(World(drifting=True, cases=20_000), rng)
    one = np.zeros(len(naive), np.int64)
    apart = joined(naive.kind, naive.week)
    raw = [abs(score(held, naive.good, one)) for held in naive.held]
    fair = [abs(score(held, naive.good, apart)) for held in naive.held]
    assert max(raw) > 8
    assert max(fair) < 4


def test_what_helps_holds_for_one_in_ten() -> None:
    cases = draw(World(cases=5000), np.random.default_rng(3), helps=0.4)
    both = cases.held[0] & cases.held[1]
    assert both.mean() == pytest.approx(0.1, abs=0.02)
    assert both.sum() > least_cases(5000)
    assert score(both, cases.good, joined(cases.kind, cases.week)) > 3.5


def test_a_tautology_is_nearly_the_outcome_and_known_at_the_end() -> None:
    rng = np.random.default_rng(4)
    cases, place = tautology(draw(WORLDS["normal_1000"], rng), rng)
    assert cases.features[place].known_at is Known.END
    assert (cases.held[place] == cases.good).mean() == pytest.approx(0.9, abs=0.03)


class Told:
    """As much of a pattern as is judged."""

    def __init__(self, *features: Feature) -> None:
        self.features = features
        self.labels = tuple(Text(nl=each.key, en=each.key) for each in features)


def test_patterns_are_held_against_the_truths() -> None:
    form = Feature(kind="attribute", values={"name": "meetformulier compleet", "value": "ja"})
    talk = Feature(kind="done", values={"step": "Kort overleg bij de werkbank"})
    fits = Feature(
        kind="same_role", values={"step": "Passen bij de klant", "other": "Intake en advies"}
    )
    by_phone = Feature(
        kind="directly", values={"step": "Aanvraag ontvangen", "other": "Passing plannen"}
    )
    decoy = Feature(kind="attribute", values={"name": "kanaal", "value": "telefoon"})
    told = [Told(form), Told(fits, talk), Told(by_phone, decoy), Told(decoy)]
    found = _discovered.judged(told, truths())  # type: ignore[arg-type]
    assert found.found == ("form_complete", "one_hand", "short_talk")
    assert found.missed == ("planned_on_phone",)
    assert len(found.false) == 2
    assert set(found.found + found.missed) == {each.key for each in truths().conditions}
