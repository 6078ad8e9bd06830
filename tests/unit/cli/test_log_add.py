"""``beide log add``: the next export on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from beide.cli import cli

HEAD = "order,step,at\n"
NAMED = ["--case", "order", "--activity", "step", "--time", "at"]


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["--language", "en", *map(str, words)])


def exports(folder: Path) -> tuple[Path, Path]:
    first, second = folder / "january.csv", folder / "february.csv"
    first.write_text(HEAD + "1,pick,2024-01-05 10:00\n1,pack,2024-01-06 10:00\n")
    second.write_text(HEAD + "1,pack,2024-01-06 10:00\n1,send,2024-02-02 10:00\n")
    return first, second


def test_the_next_export_is_added(tmp_path: Path) -> None:
    first, second = exports(tmp_path)
    key, kept = tmp_path / "key", tmp_path / "orders.log"
    assert run("log", "read", first, "--into", kept, "--key", key, *NAMED).exit_code == 0
    assert key.stat().st_mode & 0o077 == 0
    added = run("log", "add", kept, second, "--key", key, "--json")
    told = json.loads(added.stdout)
    assert (told["cases"], told["events"]) == (1, 3)
    again = run("log", "add", kept, second, "--key", key)
    assert again.exit_code == 0
    assert "1 cases · 3 events" in again.stdout
    assert "Events that the log had already and did not get again: 1." in again.stdout


def test_without_its_key_nothing_can_be_added(tmp_path: Path) -> None:
    first, second = exports(tmp_path)
    kept, key = tmp_path / "orders.log", tmp_path / "key"
    assert run("log", "read", first, "--into", kept, *NAMED).exit_code == 0
    absent = run("log", "add", kept, second, "--key", key)
    assert (absent.exit_code, "key is not there" in absent.stderr) == (2, True)
    key.write_text("short")
    assert "at least 16 characters" in run("log", "add", kept, second, "--key", key).stderr
    key.write_text("another key than the one it had")
    wrong = run("log", "add", kept, second, "--key", key)
    assert (wrong.exit_code, "the key that the log was read with" in wrong.stderr) == (2, True)
    assert "another key" not in wrong.stderr


def test_the_report_says_first_what_to_look_into(tmp_path: Path) -> None:
    first, _ = exports(tmp_path)
    told = run("log", "read", first, *NAMED).stdout
    assert told.index("Look into this:") < told.index("Times without a time zone")
    assert told.index("Times without a time zone") < told.index("Good to know:")
    assert (
        "Times without"
        not in run("log", "read", first, *NAMED, "--zone", "UTC").stdout.split("Good to know")[0]
    )


def test_ends_are_said_on_the_command_line(tmp_path: Path) -> None:
    first, _ = exports(tmp_path)
    told = json.loads(run("log", "read", first, *NAMED, "--end", "pick", "--json").stdout)
    assert told["about"]["ends"] == ["pick"]
    assert told["about"]["finished"] == 0
