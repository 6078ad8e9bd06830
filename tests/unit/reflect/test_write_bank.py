"""Statements and answers are written so that they can be read back."""

from pathlib import Path

import numpy as np
import pytest

from beide import reflect
from beide.errors import MissingColumn, UnreadableFile, UnwritableFolder, WrongValue
from beide.text import Text

FIRST = reflect.bank().statements[0]


def test_a_bank_is_read_back_as_it_was(tmp_path: Path) -> None:
    reflect.write_bank(reflect.bank(), tmp_path / "bank.toml")
    assert reflect.load_bank(tmp_path / "bank.toml").statements == reflect.bank().statements


def test_words_with_quotes_and_lines_are_read_back(tmp_path: Path) -> None:
    from dataclasses import replace

    said = Text(nl='Zeg "ja",\nof niet: é \\ ☃', en="Say 'yes'\t\x7f")
    changed = (replace(FIRST, text=said), *reflect.bank().statements[1:])
    reflect.write_bank(reflect.Bank(statements=changed), tmp_path / "bank.toml")
    assert reflect.load_bank(tmp_path / "bank.toml").statements[0].text == said


def test_answers_are_read_back_in_another_order(tmp_path: Path) -> None:
    people = [
        tuple(reflect.Answer(s.key, v, counts=v != 2) for s in reflect.bank().statements[:3])
        for v in (1, 2, None)
    ]
    path = tmp_path / "answers.csv"
    reflect.write_answers(people, path, rng=np.random.default_rng(1))
    found = reflect.read_answers(path)
    assert {frozenset(each) for each in found} == {frozenset(each) for each in people}
    orders = set()
    for seed in range(12):
        reflect.write_answers(people, path, rng=np.random.default_rng(seed))
        orders.add(path.read_text())
    assert len(orders) > 6


def read(tmp_path: Path, text: str) -> list[tuple[reflect.Answer, ...]]:
    path = tmp_path / "answers.csv"
    path.write_text(text)
    return reflect.read_answers(path)


def test_whether_an_answer_counts_may_be_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "person,statement,value\na,c-steps,4\nb,c-steps,\n")
    assert found == [(reflect.Answer("c-steps", 4),), (reflect.Answer("c-steps", None),)]


@pytest.mark.parametrize("row", ["a,c-steps,6,yes", "a,c-steps,4.0,yes", "a,c-steps,4,maybe"])
def test_a_value_off_the_scale_is_told_with_its_row(tmp_path: Path, row: str) -> None:
    text = f"person,statement,value,counts\na,c-tools,4,yes\n{row}\n"
    with pytest.raises(WrongValue, match="row 3"):
        read(tmp_path, text)


def test_a_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingColumn, match="statement"):
        read(tmp_path, "person,value\na,4\n")
    with pytest.raises(MissingColumn, match="person"):
        read(tmp_path, "")


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        reflect.read_answers(tmp_path / "nowhere.csv")
    (tmp_path / "answers.csv").write_bytes(b"person,statement,value\n\xff\xfe")
    with pytest.raises(UnreadableFile):
        reflect.read_answers(tmp_path / "answers.csv")
    with pytest.raises(UnwritableFolder):
        reflect.write_bank(reflect.bank(), tmp_path / "nowhere" / "bank.toml")
    with pytest.raises(UnwritableFolder):
        reflect.write_answers([], tmp_path / "nowhere" / "a.csv", rng=np.random.default_rng(0))
