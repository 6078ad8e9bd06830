"""Event data for tests: small files as people have them, and logs that were read already."""

import gzip
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from beide import log as event_log
from beide.web.evidence import actions
from beide.web.evidence.models import Consent, EventLog, Promise
from beide.web.organisation.models import Organisation

HEADER = "Ordernummer;Stap;Tijdstip;Rol"
MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


def orders(weeks: int = 8, a_week: int = 20, late: int = 1, few_in_week: int | None = None) -> str:
    """Return orders of two steps: each takes a day, and ``late`` of them a week take four.

    They all end in the week in which they are counted. In ``few_in_week`` only two end.
    """
    rows = [HEADER]
    for week in range(weeks):
        count = 2 if week == few_in_week else a_week
        for number in range(count):
            end = MONDAY + timedelta(weeks=week, days=4, minutes=number)
            begin = end - timedelta(days=4 if number < late else 1)
            rows += [row(week, number, "Aanvraag", begin), row(week, number, "Geleverd", end)]
    # One more event on a Sunday makes the last week a whole one.
    last = MONDAY + timedelta(weeks=weeks - 1, days=6)
    if late:
        rows.append(row(weeks - 1, 0, "Nazorg", last - timedelta(hours=1)))
    rows.append(row(weeks - 1, 0, "Geleverd", last))
    return "\n".join(rows) + "\n"


def routes() -> str:
    """Return orders over two routes by two roles, and three over a route of their own.

    Steps are a day apart. 70 orders begin in the first week and 30 in the next.
    """
    ways = [("Aanvraag", "Passen", "Geleverd")] * 60 + [("Aanvraag", "Geleverd")] * 37
    ways += [("Aanvraag", "Zeldzaam", "Geleverd")] * 3
    rows = [HEADER]
    for case, way in enumerate(ways):
        begin = MONDAY + timedelta(weeks=case >= 70, minutes=case)
        for day, step in enumerate(way):
            when = begin + timedelta(days=day)
            role = "Balie" if step == "Passen" else "Planning"
            rows.append(f"{case};{step};{when:%Y-%m-%d %H:%M:%S};{role}")
    return "\n".join(rows) + "\n"


def row(week: int, number: int, step: str, when: datetime) -> str:
    return f"{week}-{number};{step};{when:%Y-%m-%d %H:%M:%S};Planning"


def by_region(text: str) -> str:
    """Return orders with a column Regio: the first 120 Noord, then Zuid, the last two Elders."""
    header, *rows = text.splitlines()
    codes = list(dict.fromkeys(row.partition(";")[0] for row in rows))
    names = ["Noord"] * 120 + ["Zuid"] * (len(codes) - 122) + ["Elders"] * 2
    held = dict(zip(codes, names, strict=True))
    told = [f"{row};{held[row.partition(';')[0]]}" for row in rows]
    return "\n".join([f"{header};Regio", *told]) + "\n"


def csv_file(text: str | None = None, name: str = "orders.csv") -> SimpleUploadedFile:
    data = (orders() if text is None else text).encode()
    return SimpleUploadedFile(name, gzip.compress(data) if name.endswith(".gz") else data)


def xes_file(name: str = "orders.xes", cases: int = 6) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, xes(cases).encode())


def xes(cases: int) -> str:
    return f'<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">{traces(cases)}</log>'


def traces(cases: int) -> str:
    return "".join(
        f'<trace><string key="concept:name" value="{case}"/>'
        + event("Aanvraag", "2026-09-07T09:00:00Z")
        + event("Geleverd", "2026-09-09T09:00:00Z")
        + "</trace>"
        for case in range(cases)
    )


def event(step: str, when: str) -> str:
    return (
        f'<event><string key="concept:name" value="{step}"/>'
        f'<string key="org:resource" value="Jan Jansen"/><string key="org:role" value="Planning"/>'
        f'<date key="time:timestamp" value="{when}"/></event>'
    )


def consent(organisation: Organisation) -> Consent:
    return actions.record_consent(
        organisation=organisation,
        by=Consent.By.WORKS_COUNCIL,
        on=date(2026, 1, 12),
        scope="Orders from January 2026",
        purpose="To see whether we keep our promise",
    )


def ready_log(
    organisation: Organisation,
    folder: Path,
    text: str | None = None,
    *,
    generated: bool = True,
    attributes: tuple[str, ...] = (),
) -> EventLog:
    """Return a log that was read already."""
    source = folder / "orders.csv"
    source.write_text(orders() if text is None else text, "utf-8")
    columns = event_log.Columns(
        case="Ordernummer", activity="Stap", time="Tijdstip", role="Rol", attributes=attributes
    )
    found = event_log.read(source, into=folder / "orders.log", columns=columns)
    return actions.add_normalised(
        organisation=organisation,
        name="Orders 2026",
        purpose="To see whether we deliver in time",
        folder=found.path,
        generated=generated,
    )


def a_promise(log: EventLog, share: float = 0.9) -> Promise:
    """Return a promise that is computed already."""
    return actions.add_promise(
        log=log, name="Home in two days", within_hours=48, share=share, at_once=True
    )


def files_under(folder: Path) -> Iterable[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
