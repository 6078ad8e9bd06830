"""Work passes between two events directly after each other that have two different roles."""

from datetime import timedelta
from pathlib import Path

import pytest

from beide import log
from beide.errors import TooLittleData
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event


def passed(folder: Path, *roles: str | None) -> list[tuple[str, str, int, int]]:
    events = [
        Event("step", role, None, made.BEGIN + timedelta(hours=place))
        for place, role in enumerate(roles)
    ]
    case = Case({"kind": "web", "size": 1, "urgent": False}, events)
    found = log.connections(made.write([case] * 5, folder)).connections
    assert all(each.median == timedelta(hours=1) for each in found)
    return [(each.from_, each.to, each.count, each.cases) for each in found]


def test_there_and_back(tmp_path: Path) -> None:
    found = passed(tmp_path, "desk", "repair", "desk", "repair")
    assert found == [("desk", "repair", 10, 5), ("repair", "desk", 5, 5)]


def test_nothing_passes_within_a_role(tmp_path: Path) -> None:
    assert passed(tmp_path, "desk", "desk", "repair") == [("desk", "repair", 5, 5)]


def test_an_event_without_a_role_is_no_link(tmp_path: Path) -> None:
    assert passed(tmp_path, "desk", None, "repair", "desk") == [("repair", "desk", 5, 5)]


def test_a_log_without_roles_cannot_tell(tmp_path: Path) -> None:
    with pytest.raises(TooLittleData, match="no roles"):
        passed(tmp_path, None, None)
