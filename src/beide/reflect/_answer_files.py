"""Collected answers in a file: no names, no dates, no order."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from beide.errors import MissingColumn, UnreadableFile, UnwritableFolder, WrongValue
from beide.reflect._model import POINTS, Answer

COLUMNS = ("person", "statement", "value", "counts")
VALUES = {str(value): value for value in range(1, POINTS + 1)} | {"": None}
YES_OR_NO = {"yes": True, "no": False}

Answers = Sequence[Answer]


def write_answers(people: Sequence[Answers], path: Path | str, *, rng: np.random.Generator) -> None:
    """Write answers as CSV, one a line, people in a drawn order under a number that says no more.

    Parameters
    ----------
    people
        The answers of each person.
    path
        The file; one that exists is written over.
    rng
        Draws the order of people, and of the answers of each.

    Raises
    ------
    UnwritableFolder
        When nothing can be written there.
    """
    try:
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for number, person in enumerate(rng.permutation(len(people)), start=1):
                answers = people[int(person)]
                for each in rng.permutation(len(answers)):
                    writer.writerow(_row(number, answers[int(each)]))
    except OSError as error:
        raise UnwritableFolder(folder=Path(path).parent, detail=error.strerror) from error


def read_answers(path: Path | str) -> list[tuple[Answer, ...]]:
    """Read answers written by ``write_answers``, or by hand with the same columns.

    Parameters
    ----------
    path
        A CSV file with a header. ``value`` is 1 to 5, or empty for "I don't know yet"; ``counts``
        is yes or no, and may be left out.

    Returns
    -------
    list of tuple of Answer
        The answers of each person.

    Raises
    ------
    UnreadableFile
        When the file is not there or is no text.
    MissingColumn
        When it has no column person, statement or value.
    WrongValue
        When a value is not on the scale; with its row.
    """
    file = Path(path)
    people: dict[str, list[Answer]] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for person, answer in _lines(csv.DictReader(lines), file.name):
                people.setdefault(person, []).append(answer)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(
            file=file.name,
            reason_nl="het bestand is er niet, of het is geen CSV in UTF-8",
            reason_en="the file does not exist, or it is not CSV in UTF-8",
        ) from error
    return [tuple(answers) for answers in people.values()]


def _row(number: int, answer: Answer) -> tuple[object, ...]:
    value = "" if answer.value is None else answer.value
    return number, answer.statement, value, "yes" if answer.counts else "no"


def _lines(rows: "csv.DictReader[str]", file: str) -> Iterator[tuple[str, Answer]]:
    names = rows.fieldnames or ()
    for column in COLUMNS[:3]:
        if column not in names:
            raise MissingColumn(column=column, file=file, columns=", ".join(names))
    for row in rows:
        place = {"file": file, "row": rows.line_num}
        value, counts = row["value"] or "", row.get("counts") or "yes"
        if value not in VALUES:
            raise WrongValue(
                **place,
                column="value",
                value=value,
                expected_nl="getal van 1 tot en met 5, of leeg",
                expected_en="a number from 1 to 5, or empty",
            )
        if counts not in YES_OR_NO:
            raise WrongValue(
                **place,
                column="counts",
                value=counts,
                expected_nl="'yes' of 'no'",
                expected_en="'yes' or 'no'",
            )
        yield row["person"] or "", Answer(row["statement"], VALUES[value], YES_OR_NO[counts])
