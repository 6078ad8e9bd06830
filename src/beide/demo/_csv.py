"""The event data as one CSV file, the way an organisation would export it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from beide.demo.data import DemoData
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Columns

Language = Literal["nl", "en"]

COLUMNS = (
    Text(nl="ordernummer", en="order"),
    Text(nl="stap", en="step"),
    Text(nl="start", en="start"),
    Text(nl="gereed", en="completed"),
    Text(nl="rol", en="role"),
    Text(nl="team", en="team"),
    Text(nl="soort", en="type"),
    Text(nl="kanaal", en="channel"),
    Text(nl="regio", en="region"),
    Text(nl="herkomst", en="origin"),
    Text(nl="meetformulier_compleet", en="measuring_form_complete"),
    Text(nl="in_een_keer_goed", en="first_time_right"),
    Text(nl="rapportcijfer", en="rating"),
    Text(nl="bron", en="source"),
)
YES, NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")
GENERATED = Text(nl="gegenereerd", en="generated")


def write_csv(data: DemoData, path: Path | str, *, language: Language = "nl") -> Path:
    """Write the events to a comma-separated file in UTF-8, one row an event.

    Parameters
    ----------
    data
        What `generate` made.
    path
        The file to write, or a folder: then the file is called
        ``hulpmiddelen-noord-gegenereerd.csv`` (in English ``-generated``).
    language
        The language of the header and the values.

    Returns
    -------
    Path
        The file that was written. Times are ISO, local clock time; every row says in its last
        column that it is generated. An empty value means unknown or not applicable.
    """
    file = Path(path)
    if file.is_dir():
        file = file / f"hulpmiddelen-noord-{GENERATED.in_language(language)}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(column.in_language(language) for column in COLUMNS)
        writer.writerows(_rows(data, language=language))
    return file


def csv_columns(*, language: Language = "nl") -> "Columns":
    """Return what the columns of `write_csv` hold, ready for ``beide.log.read``.

    Parameters
    ----------
    language
        The language in which the file was written.

    Returns
    -------
    Columns
        Case, step, start, completion, role, and the attributes of an order and its team.
    """
    from beide.log import Columns

    case, activity, start, time, role, *attributes = (
        column.in_language(language) for column in COLUMNS
    )
    return Columns(
        case=case,
        activity=activity,
        start=start,
        time=time,
        role=role,
        attributes=tuple(attributes),
    )


def _rows(data: DemoData, *, language: Language) -> Iterator[tuple[str, ...]]:
    events, truths = data.events, data.truths
    orders = list(zip(*_order_columns(data, language=language), strict=True))
    steps = [step.name.in_language(language) for step in truths.steps]
    roles = [
        (role.name.in_language(language), role.team.in_language(language)) for role in truths.roles
    ]
    columns = (events.case.tolist(), events.step.tolist(), events.role.tolist())
    for case, step, role, start, complete in zip(
        *columns, _iso(events.start), _iso(events.complete), strict=True
    ):
        number, *attributes = orders[case]
        yield (number, steps[step], start, complete, *roles[role], *attributes)


def _order_columns(data: DemoData, *, language: Language) -> Iterator[list[str]]:
    orders, truths = data.orders, data.truths
    yield list(orders.number)
    yield _named(orders.kind, [kind.name.in_language(language) for kind in truths.types])
    for decoy in truths.decoys:
        names = [decoy.names[value].in_language(language) for value in decoy.values]
        yield _named(orders.decoys[decoy.key], names)
    answers = [NO.in_language(language), YES.in_language(language)]
    yield _named(orders.form_complete, answers)
    yield _named(orders.first_time_right, answers)
    yield ["" if rating < 0 else str(rating) for rating in orders.rating.tolist()]
    yield [GENERATED.in_language(language)] * len(orders)


def _named(codes: NDArray[np.int8], names: list[str]) -> list[str]:
    """Put names to codes; -1 becomes an empty value."""
    return ["" if code < 0 else names[code] for code in codes.tolist()]


def _iso(moments: NDArray[np.datetime64]) -> list[str]:
    return [moment.replace("T", " ") for moment in np.datetime_as_string(moments).tolist()]
