"""What text files do that readers stumble over."""

import gzip
from pathlib import Path

import pytest

from beide import log
from beide.errors import WrongOption
from tests.unit.log.data import PLAIN, rows

TEXT = "case,activity,time,note\n1,één,2024-01-31 10:00,x\n1,twee,2024-01-31 11:00,y\n"


def read(folder: Path, content: str | bytes, *, delimiter: str | None = None) -> log.Log:
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return log.read(path, columns=PLAIN, delimiter=delimiter)


def activities(found: log.Log) -> list[str]:
    return [row["name"] for row in rows(found, "activities")]


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        gzip.compress(TEXT.encode()),
        TEXT.replace(",", ";"),
        TEXT.replace(",", "\t"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("\n", "\r\n", 1),
        TEXT.replace("\n", "\n\n"),
        TEXT.removesuffix("\n"),
        TEXT.replace("case,", " case ,"),
        TEXT.replace("1,", '"1",'),
        TEXT.replace(",note", ",CASE"),
        TEXT.replace(",note", ","),
    ],
    ids=["plain", "mark", "utf-16", "windows", "packed", "semicolons", "tabs", "crlf", "cr",
         "mixed line ends", "empty lines", "no last line end", "spaces in the header", "quotes",
         "same name in capitals", "column without a name"],
)  # fmt: skip
def test_is_one_and_the_same_log(content: str | bytes, tmp_path: Path) -> None:
    assert activities(read(tmp_path, content)) == ["één", "twee"]


def test_a_quoted_value_may_hold_anything(tmp_path: Path) -> None:
    step = 'one, "two";\nthree'
    quoted = '"' + step.replace('"', '""') + '"'
    assert activities(read(tmp_path, TEXT.replace("twee", quoted)))[1] == step


def test_the_delimiter_is_the_one_under_which_the_columns_are_found(tmp_path: Path) -> None:
    content = "a,b,c,case;activity;time\n1,2,3,x;step;2024-01-31\n"
    content = content.replace("a,b,c,case", "case")
    content = content.replace("1,2,3,x", "1,2,3,4,5,6")
    assert read(tmp_path, content).summary().events == 1


@pytest.mark.parametrize("given", [",", "tab", "\\t"])
def test_a_given_delimiter_is_used(given: str, tmp_path: Path) -> None:
    mark = "," if given == "," else "\t"
    assert read(tmp_path, TEXT.replace(",", mark), delimiter=given).summary().events == 2


@pytest.mark.parametrize("given", ["", ";;", '"', "\n"])
def test_a_delimiter_that_cannot_be(given: str, tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="delimiter"):
        read(tmp_path, TEXT, delimiter=given)


def test_only_named_columns_are_kept(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT)
    assert found.about.case_attributes + found.about.event_attributes == ()
    assert "note" not in rows(found, "events")[0]


def test_decimal_commas_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("case;activity;time;cost\n1;a;2024-01-31;3,50\n1;b;2024-01-31;12\n")
    columns = log.Columns(case="case", activity="activity", time="time", attributes=("cost",))
    assert [row["cost"] for row in rows(log.read(path, columns=columns), "events")] == [3.5, 12.0]


def test_wildcards_in_a_path_are_just_letters(tmp_path: Path) -> None:
    folder = tmp_path / "orders [2024] *?"
    folder.mkdir()
    (folder / "a [b].csv").write_text(TEXT)
    found = log.read(folder / "a [b].csv", into=folder / "[x].log", columns=PLAIN)
    assert log.lead_times(found).cases == 1


def test_dropped_activities_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TEXT)
    found = log.read(path, columns=PLAIN, drop_activities=("twee", "absent"))
    assert found.about.dropped.activities == {"twee": 1}
    assert (found.about.events, found.about.rows_read) == (1, 2)
