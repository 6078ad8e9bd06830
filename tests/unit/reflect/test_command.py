"""``beide validate reflect`` tells people and programs, and fails when a bound does not hold."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from beide import reflect
from beide.cli import cli


@pytest.fixture(scope="module")
def found() -> reflect.Validity:
    return reflect.validate(quick=True, seed=11)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["validate", "reflect", *arguments])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, found: reflect.Validity) -> list[dict[str, object]]:
    """Replace the work by what was found before, and keep what was asked."""
    kept: list[dict[str, object]] = []

    def validate(**asked: object) -> reflect.Validity:
        kept.append(asked)
        return found

    monkeypatch.setattr(reflect, "validate", validate)
    return kept


def test_for_programs(asked: list[dict[str, object]], found: reflect.Validity) -> None:
    result = run("--quick", "--seed", "5", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(json.dumps(found.to_dict()))
    assert asked == [{"quick": True, "seed": 5}]


def test_for_people_in_both_languages(asked: list[dict[str, object]]) -> None:
    dutch = run("--language", "nl").stdout
    assert "4000 bedachte mensen" in dutch
    assert dutch.count("klopt  ") == 6
    assert "Alles klopt" in dutch
    assert "Everything holds" in run("--language", "en").stdout
    assert asked[0] == {"quick": False}


def test_it_fails_when_a_bound_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, found: reflect.Validity
) -> None:
    failing = replace(found, checks=(replace(found.checks[0], value=0.5), *found.checks[1:]))
    monkeypatch.setattr(reflect, "validate", lambda **_: failing)
    result = run("--language", "en")
    assert result.exit_code == 1
    assert "fails     When the reflection says 7 out of 10" in result.stdout
    assert "Not everything holds" in result.stdout


def test_an_unknown_engine_is_told() -> None:
    result = CliRunner().invoke(cli, ["validate", "weather"])
    assert result.exit_code == 2
    assert "reflect" in result.stderr
