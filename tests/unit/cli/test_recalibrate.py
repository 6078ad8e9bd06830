"""``beide reflect recalibrate`` writes statements when they predict better, and only then."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from beide import reflect
from beide.cli import cli

BANK = reflect.bank()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["reflect", "recalibrate", *map(str, arguments)])


def answers(path: Path, people: int) -> Path:
    """Write answers that anyone could have given."""
    rng = np.random.default_rng(1)
    keys = [statement.key for statement in BANK.statements]
    given = [
        tuple(
            reflect.Answer(str(key), int(rng.integers(1, 6))) for key in rng.permutation(keys)[:6]
        )
        for _ in range(people)
    ]
    reflect.write_answers(given, path, rng=rng)
    return path


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[reflect.Recalibration]:
    """Put what is found in place of the fitting, which has tests of its own."""
    kept: list[reflect.Recalibration] = []
    monkeypatch.setattr(reflect, "recalibrate", lambda *_args, **_named: kept[0])
    return kept


def outcome(*, promoted: bool) -> reflect.Recalibration:
    changed = {BANK.statements[0].key: reflect.Parameters(a=1.9, b=(-1.0, -0.2, 0.3, 1.1))}
    return reflect.Recalibration(
        promoted=promoted,
        bank=BANK.with_parameters(changed) if promoted else BANK,
        gain=0.031,
        unsure=0.01,
        people=400,
        changed=changed if promoted else {},
    )


def test_what_is_better_is_written_and_can_be_used(
    tmp_path: Path, found: list[reflect.Recalibration]
) -> None:
    found.append(outcome(promoted=True))
    result = run(answers(tmp_path / "a.csv", 3), "--output", tmp_path / "bank.toml")
    assert result.exit_code == 0, result.output
    written = reflect.load_bank(tmp_path / "bank.toml")
    assert written.version == "2x32"
    assert written.statements[0].parameters.a == 1.9
    assert "BEIDE_BANK" in result.stdout


def test_what_is_not_better_is_not_written(
    tmp_path: Path, found: list[reflect.Recalibration]
) -> None:
    found.append(outcome(promoted=False))
    result = run(answers(tmp_path / "a.csv", 3), "--output", tmp_path / "bank.toml", "--json")
    assert json.loads(result.stdout) == {
        "promoted": False,
        "gain": 0.031,
        "unsure": 0.01,
        "people": 400,
        "bank": "1x32",
        "output": None,
    }
    assert not (tmp_path / "bank.toml").exists()


def test_too_few_people_are_told_in_both_languages(tmp_path: Path) -> None:
    path = answers(tmp_path / "a.csv", 12)
    for language, says in (("nl", "minstens 300 mensen"), ("en", "at least 300 people")):
        result = run("--language", language, path, "--output", tmp_path / "bank.toml")
        assert result.exit_code == 2
        assert says in result.stderr
