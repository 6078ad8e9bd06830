"""People become roles while a log is read, and nothing of them is left."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pyarrow import parquet

from beide import log
from beide.cli import cli
from beide.engine import default
from beide.errors import BeideError, PersonColumn, UnreadableFile, WrongOption
from beide.log._kinds import How, kind_of, read_source
from beide.log.privacy import FoundRoles, ListedRoles, Roles
from beide.log.privacy._roles import joined_small
from beide.log.readers._source import Source
from tests.unit.log.data import event, rows, write_csv, xes
from tests.unit.log.test_privacy import stored_text

COLUMNS = log.Columns(case="case", activity="activity", time="time", people="behandelaar")
WEIGHERS = [f"Willemijn{n}" for n in range(6)]
SENDERS = [f"Diederik{n}" for n in range(5)]
LIST = dict.fromkeys(WEIGHERS, "depot") | dict.fromkeys(SENDERS, "dispatch")


def made(folder: Path, *, extra: tuple[str, ...] = ()) -> Path:
    """Return a file in which some weigh and others send, and ``extra`` weigh too."""
    steps = [("weigh", [*WEIGHERS, *extra]), ("send", SENDERS)]
    content = [
        [case, step, f"2024-01-{1 + place:02} 10:00", people[case % len(people)]]
        for case in range(40)
        for place, (step, people) in enumerate(steps)
    ]
    return write_csv(folder / "t.csv", [["case", "activity", "time", "behandelaar"], *content])


def became(path: Path, way: Roles, *, columns: log.Columns | None = COLUMNS) -> Source:
    """Return a source in which people have become roles."""
    work = Path(tempfile.mkdtemp(dir=path.parent))
    how = How(columns=columns, roles=way)
    return read_source(kind_of(path), path, work, default(), how, lambda _: None)


def roles_of(found: Source) -> dict[str | None, str | None]:
    """Return the role that did each step."""
    (part,) = found.parts
    table = parquet.read_table(part)
    step, role = found.columns.activity, found.columns.role or ""
    columns = [table[found.fields[name]].to_pylist() for name in (step, role)]
    return dict(zip(*columns, strict=True))


def told(found: Source) -> str:
    """Return what a source tells of itself."""
    return " ".join(note.en for note in found.notes)


def test_roles_are_found_from_who_does_what(tmp_path: Path) -> None:
    found = roles_of(became(made(tmp_path), FoundRoles()))
    assert found in (
        {"weigh": "role 1: weigh", "send": "role 2: send"},
        {"weigh": "role 2: weigh", "send": "role 1: send"},
    )
    dutch = roles_of(became(made(tmp_path), FoundRoles(language="nl")))
    assert all(name and name.startswith("rol ") for name in dutch.values())


def test_a_list_says_the_role_of_each(tmp_path: Path) -> None:
    found = became(made(tmp_path), ListedRoles(role_of=LIST))
    assert roles_of(found) == {"weigh": "depot", "send": "dispatch"}


def test_a_list_may_be_a_file(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "list.csv", [["wie", "rol"], *LIST.items()], delimiter=";")
    found = became(made(tmp_path), ListedRoles(role_of=listed))
    assert roles_of(found) == {"weigh": "depot", "send": "dispatch"}


def test_no_name_is_stored_anywhere(tmp_path: Path) -> None:
    source = made(tmp_path, extra=("Joris",))
    ways: list[Any] = [FoundRoles(), ListedRoles(role_of=LIST), ListedRoles(role_of={})]
    for number, way in enumerate(ways):
        found = log.read(source, columns=COLUMNS, roles=way, into=tmp_path / f"{number}.log")
        for name in (b"Willemijn", b"Diederik", b"Joris"):
            assert name not in stored_text(found)
            for path in found.path.iterdir():
                assert name not in path.read_bytes()


def test_a_role_of_fewer_than_five_people_is_not_kept(tmp_path: Path) -> None:
    few = LIST | dict.fromkeys(SENDERS[:2], "chiefs") | dict.fromkeys(SENDERS[2:], "drivers")
    found = became(made(tmp_path), ListedRoles(role_of=few))
    assert roles_of(found) == {"weigh": "depot", "send": "other roles"}
    assert "Roles of fewer than 5 people, which were joined: 2." in told(found)


def test_the_others_are_never_few_either(tmp_path: Path) -> None:
    found = became(made(tmp_path, extra=("Joris",)), ListedRoles(role_of=LIST))
    assert roles_of(found) == {"weigh": "depot", "send": "other roles"}


def test_with_fewer_than_five_people_no_role_is_kept(tmp_path: Path) -> None:
    content = [[n, "a", f"2024-01-{1 + n:02}", f"p{n % 4}"] for n in range(9)]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time", "behandelaar"], *content])
    found = became(path, FoundRoles())
    assert roles_of(found) == {"a": None}
    assert "fewer than 5 people" in told(found)


def test_in_xes_people_are_where_the_standard_has_them(tmp_path: Path) -> None:
    people = [*WEIGHERS, *SENDERS]
    traces = {
        str(case): [
            event("weigh", "2024-01-01T10:00:00Z", **{"org:resource": people[case % 6]}),
            event("send", "2024-01-02T10:00:00Z", **{"org:resource": people[6 + case % 5]}),
        ]
        for case in range(30)
    }
    path = tmp_path / "t.xes"
    path.write_text(xes(traces))
    found = became(path, ListedRoles(role_of=LIST), columns=None)
    assert roles_of(found) == {"weigh": "depot", "send": "dispatch"}


def test_the_log_tells_how_people_became_roles(tmp_path: Path) -> None:
    found = log.read(made(tmp_path), columns=COLUMNS, roles=ListedRoles(role_of=LIST))
    assert [each["name"] for each in rows(found, "roles")] == ["depot", "dispatch"]
    assert any("by the list that was given: 11" in each.text.en for each in found.checks)


@pytest.mark.parametrize(
    ("columns", "way", "error"),
    [
        (COLUMNS, None, WrongOption),
        (log.Columns(case="case", activity="activity", time="time"), FoundRoles(), WrongOption),
        (
            log.Columns(case="case", activity="activity", time="time", role="behandelaar"),
            None,
            PersonColumn,
        ),
    ],
    ids=["people without roles", "roles without people", "people as roles"],
)
def test_it_has_to_be_clear_who_become_roles(
    columns: log.Columns, way: Any, error: type[BeideError], tmp_path: Path
) -> None:
    with pytest.raises(error):
        became(made(tmp_path), way, columns=columns)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("wie;rol\nJoris;\n", "row 2"),
        ("wie;rol\nJoris;a\nJoris;b\n", "row 3"),
        ('wie;rol\n"Joris;a\n', "quote"),
        ("", "empty"),
    ],
)
def test_a_list_that_is_wrong_is_told_without_a_name(
    content: str, says: str, tmp_path: Path
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(content)
    with pytest.raises(UnreadableFile) as raised:
        became(made(tmp_path), ListedRoles(role_of=listed))
    assert says in str(raised.value)
    assert "Joris" not in str(raised.value)


def test_the_threshold_can_only_be_raised() -> None:
    with pytest.raises(WrongOption, match="at least 5"):
        FoundRoles(least=4)
    with pytest.raises(WrongOption, match="at least 5"):
        ListedRoles(role_of={}, least=1)


def test_small_groups_take_a_large_one_along_when_they_are_too_few() -> None:
    groups = {"a": list("abcdefg"), "b": list("hijkl"), "c": ["m"], "": ["n"]}
    kept, pool = joined_small(groups, least=5)
    assert kept == {"a": list("abcdefg")}
    assert sorted(pool) == list("hijklmn")


def test_nothing_is_added_to_a_log_in_which_people_became_roles(tmp_path: Path) -> None:
    source = made(tmp_path)
    kept = log.read(source, columns=COLUMNS, roles=FoundRoles(), key=b"k", into=tmp_path / "t.log")
    with pytest.raises(WrongOption, match="read everything again"):
        log.add(kept, source, key=b"k", roles=FoundRoles())


def test_the_command_takes_people_and_a_list(tmp_path: Path) -> None:
    listed = write_csv(tmp_path / "list.csv", [["wie", "rol"], *LIST.items()])
    named = ("--case", "case", "--activity", "activity", "--time", "time")
    for extra, role in (((), "rol 1"), (("--roles", str(listed)), "depot")):
        words = [str(made(tmp_path)), *named, "--person", "behandelaar", *extra]
        target = tmp_path / f"{role}.log"
        done = CliRunner().invoke(
            cli, ["log", "read", *words, "--language", "nl", "--into", str(target)]
        )
        assert done.exit_code == 0, done.stderr
        assert role in str(rows(log.open(target), "roles"))
