"""Values give away people and free text that no column's name speaks of."""

from pathlib import Path
from typing import Any

import pytest

from beide import log
from beide.errors import PersonColumn
from tests.unit.log.data import write_csv

REMARKS = [
    "Klant belde om te vragen waar de bestelling blijft",
    "Doos was nat, nieuwe gestuurd naar de buren van nummer 12",
    "Niet thuis, morgen nog een keer proberen na vijf uur",
    "Betaald met de verkeerde pas, teruggestort op dinsdag 3 maart",
]
REASONS = [
    "afgewezen wegens een onvolledige aanvraag van de klant zelf",
    "goedgekeurd na een tweede controle door het team in Utrecht",
]


COLUMNS: dict[str, tuple[list[Any], str]] = {
    "remarks": ([f"{each} {n}" for n in range(15) for each in REMARKS], "free_text"),
    "lines": (["kort", "lang\nmet een tweede regel", "ook kort", "x"], "free_text"),
    "long": (["a" * 130, "b", "c"], "free_text"),
    "reasons": (REASONS, "kept"),
    "initials": (["J. de Vries", "A.B. Jansen", "M. Özdemir", "P. van den Berg"], "person"),
    "turned": (["Vries, J. de", "Jansen, A.B.", "Berg, P. van den"], "person"),
    "titles": (["dhr. Jansen", "mevr. De Boer", "Mw Smit"], "person"),
    "numbers to call": (["06-12345678", "+31 20 123 45 67", "0301234567"], "person"),
    "links": (["ann@example.org", "leeg", "leeg"], "person"),
    "places": (["New York", "Den Haag", "MS Word", "St. Anna"], "kept"),
    "codes": (["A", "B.", "C. elegans", "team 1", "team 2"], "kept"),
    "times": (["2024-01-01 10:00", "2024-01-02 10:00", "2024-01-03 10:00"], "kept"),
    "sums": (["1000000", "2000000", "10000000"], "kept"),
}


@pytest.fixture(scope="module")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return which columns of one table were left out, with why."""
    made = [
        [
            n // 3,
            "abc"[n % 3],
            f"2024-01-{1 + n % 28:02}",
            *(values[n % len(values)] for values, _ in COLUMNS.values()),
        ]
        for n in range(60)
    ]
    folder = tmp_path_factory.mktemp("values")
    path = write_csv(folder / "t.csv", [["case", "activity", "time", *COLUMNS], *made])
    columns = log.Columns(case="case", activity="activity", time="time", attributes=tuple(COLUMNS))
    return log.read(path, columns=columns).about.dropped.columns


@pytest.mark.parametrize("name", COLUMNS)
def test_what_becomes_of_a_column(name: str, dropped: dict[str, str]) -> None:
    assert dropped.get(name, "kept") == COLUMNS[name][1]


def test_the_report_says_that_free_text_was_left_out(tmp_path: Path) -> None:
    made = [[n, "a", "2024-01-01", f"{REMARKS[n % 4]} {n}"] for n in range(40)]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time", "remark"], *made])
    columns = log.Columns(case="case", activity="activity", time="time", attributes=("remark",))
    told = [each.text.en for each in log.read(path, columns=columns).checks]
    assert "Not kept, free text: remark." in told


@pytest.mark.parametrize(
    ("roles", "people"),
    [
        (["J. de Vries", "A.B. Jansen", "M. Smit", "depot"], True),
        (["ann@x.nl", "bram@x.nl", "depot"], True),
        (["noord@x.nl", "depot", "dispatch"], False),
        (["depot", "dispatch", "Team B. Noord"], False),
    ],
    ids=["names", "addresses", "one mailbox", "teams"],
)
def test_people_under_the_name_of_a_role_are_refused(
    roles: list[str], people: bool, tmp_path: Path
) -> None:
    made = [[n // 3, "abc"[n % 3], "2024-01-01", roles[n % len(roles)]] for n in range(24)]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time", "team"], *made])
    columns = log.Columns(case="case", activity="activity", time="time", role="team")
    if not people:
        assert log.read(path, columns=columns).about.roles == len(roles)
        return
    with pytest.raises(PersonColumn, match="'team'"):
        log.read(path, columns=columns)
