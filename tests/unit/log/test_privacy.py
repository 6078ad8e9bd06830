"""People, and what leads back to one case, are not in the log."""

from pathlib import Path

import pytest

from beide import log
from beide.log._privacy import names_a_person
from tests.unit.log.data import FOLDER, event, rows, shared, write_csv, xes


@pytest.mark.parametrize(
    "column",
    [
        "org:resource", "Resource", "case:responsible", "case:Responsible_actor",
        "monitoringResource", "User", "userId", "user_name", "E-mail", "behandelaar",
        "Naam behandelaar", "GEBRUIKER", "assigned owner", "medewerker_nr", "employeeID",
    ],
)  # fmt: skip
def test_names_of_people(column: str) -> None:
    assert names_a_person(column)


@pytest.mark.parametrize(
    "column",
    [
        "org:role", "org:group", "case:department", "responsible_section", "workgroup", "product",
        "Age", "user group", "soort medewerker", "channel", "Activity", "resource_type", "used",
    ],
)  # fmt: skip
def test_names_of_other_things(column: str) -> None:
    assert not names_a_person(column)


def stored_text(found: log.Log) -> bytes:
    """Return every value that is stored, unpacked."""
    tables = [str(rows(found, part)) for part in ("events", "cases", "activities", "roles")]
    about = (found.path / "about.json").read_text()
    return "\n".join([*tables, about]).encode()


def test_people_and_case_ids_are_nowhere_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "people.xes"
    traces = {
        f"order-{case}": [
            event("start", "2024-01-01T10:00:00Z", **{"org:resource": "Willemijn"}),
            event("stop", "2024-01-02T10:00:00Z", Behandelaar="Diederik", copy=f"order-{case}"),
            event("sent", "2024-01-02T10:00:00Z", to="joris@example.org"),
        ]
        for case in range(30)
    }
    path.write_text(xes(traces))
    found = log.read(path)
    for secret in (b"Willemijn", b"Diederik", b"order-", b"joris"):
        assert secret not in stored_text(found)
    assert found.about.dropped.columns == {
        "Behandelaar": "person",
        "org:resource": "person",
        "copy": "case",
        "to": "person",
    }


def test_an_identifier_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    made = [
        [case, "step", f"2024-01-{1 + case % 28:02}", f"inv{case}", case % 3] for case in range(40)
    ]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time", "invoice", "kind"], *made])

    def attributes(asked: tuple[str, ...] | None) -> tuple[str, ...]:
        columns = log.Columns(case="case", activity="activity", time="time", attributes=asked)
        return log.read(path, columns=columns).about.case_attributes

    assert attributes(None) == ("kind",)
    assert attributes(("invoice",)) == ("invoice",)
    assert attributes(()) == ()


def test_the_same_key_gives_the_same_hash_and_no_key_a_fresh_one(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time"], ["7", "a", "2024-01-31"]])
    columns = log.Columns(case="case", activity="activity", time="time")
    keys = (b"k", b"k", b"other", None, None)
    hashes = [rows(log.read(path, columns=columns, key=key), "cases")[0]["id_hash"] for key in keys]
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 4
    assert all(len(each) == 16 for each in hashes)


@pytest.mark.shared_data
def test_no_resource_of_a_real_log_is_stored(tmp_path: Path) -> None:
    found = log.read(shared("env_permit_receipt.xes.gz"), into=tmp_path / "real.log")
    assert b"Resource" not in stored_text(found).replace(b"org:resource", b"")
    assert str(FOLDER).encode() not in stored_text(found)
