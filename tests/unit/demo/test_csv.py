"""One CSV file, as an organisation would export it, labelled as generated, about nobody."""

import csv
import time
from datetime import datetime
from pathlib import Path

import pytest

from beide.demo import organisation, truths, write_csv
from beide.demo._generate import generate
from beide.demo.data import DemoData


@pytest.fixture(scope="module")
def file(data: DemoData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_csv(data, tmp_path_factory.mktemp("csv"))


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_name_and_every_row_say_that_it_is_generated(file: Path) -> None:
    assert file.name == "hulpmiddelen-noord-gegenereerd.csv"
    assert {row["bron"] for row in rows(file)} == {"gegenereerd"}


def test_every_event_is_there_with_its_times(data: DemoData, file: Path) -> None:
    written = rows(file)
    assert len(written) == len(data.events)
    assert len({row["ordernummer"] for row in written}) == len(data.orders)
    for row, start, complete in zip(
        written, data.events.start.tolist(), data.events.complete.tolist(), strict=True
    ):
        assert datetime.fromisoformat(row["start"]) == start
        assert datetime.fromisoformat(row["gereed"]) == complete


def test_words_are_those_of_the_truths(file: Path) -> None:
    written = rows(file)
    told = truths()
    expected = {
        "stap": {step.name.nl for step in told.steps},
        "rol": {role.name.nl for role in told.roles},
        "team": {role.team.nl for role in told.roles},
        "soort": {kind.name.nl for kind in told.types},
        "kanaal": {name.nl for name in told.decoys[0].names.values()},
        "regio": {name.nl for name in told.decoys[1].names.values()},
        "herkomst": {name.nl for name in told.decoys[2].names.values()},
        "meetformulier_compleet": {"ja", "nee", ""},
        "in_een_keer_goed": {"ja", "nee", ""},
        "rapportcijfer": {"", *map(str, range(1, 11))},
    }
    for column, values in expected.items():
        assert {row[column] for row in written} <= values


def test_nobody_is_named(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for person in organisation().people:
        assert person.name not in text
        assert person.name.split()[0] not in text
    assert "@" not in text


def test_in_english(data: DemoData, tmp_path: Path) -> None:
    written = write_csv(data, tmp_path, language="en")
    assert written.name == "hulpmiddelen-noord-generated.csv"
    first = rows(written)[0]
    assert first["step"] == "Request received"
    assert first["source"] == "generated"
    assert first["measuring_form_complete"] in {"yes", "no", ""}


def test_to_a_file_of_your_choice(data: DemoData, tmp_path: Path) -> None:
    assert write_csv(data, tmp_path / "orders.csv") == tmp_path / "orders.csv"


def test_generating_and_writing_is_quick(tmp_path: Path) -> None:
    begin = time.process_time()
    write_csv(generate(), tmp_path)
    assert time.process_time() - begin < 3
