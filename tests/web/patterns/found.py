"""Orders in which something does help, and searches that were answered already."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from beide import log as event_log
from beide.web.evidence import actions as evidence
from beide.web.evidence.models import EventLog
from beide.web.organisation.models import Organisation
from beide.web.patterns.models import Finding, Search

MONDAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WEEKS, A_WEEK = 16, 50


def orders(weeks: int = WEEKS) -> str:
    """Return orders of three steps; with a complete form most are ready within two days."""
    chance = random.Random(7)
    rows = ["Ordernummer;Stap;Tijdstip;Rol;Soort;Formulier"]
    for case in range(weeks * A_WEEK):
        begin = MONDAY + timedelta(weeks=case // A_WEEK, minutes=37 * (case % A_WEEK))
        complete = chance.random() < 0.4
        quick = chance.random() < (0.85 if complete else 0.35)
        kind, form = chance.choice(["Bed", "Stoel"]), "ja" if complete else "nee"
        days = (0.0, 0.5, 1.5) if quick else (0.0, 1.0, 3.5)
        ways = zip(
            ("Aanvraag", "Passen", "Geleverd"), ("Balie", "Planning", "Balie"), days, strict=True
        )
        for step, role, later in ways:
            when = begin + timedelta(days=later)
            rows.append(f"{case};{step};{when:%Y-%m-%d %H:%M:%S};{role};{kind};{form}")
    return "\n".join(rows) + "\n"


def orders_log(
    organisation: Organisation, folder: Path, *, weeks: int = WEEKS, generated: bool = True
) -> EventLog:
    """Return those orders as a log that was read."""
    source = folder / "patterns.csv"
    source.write_text(orders(weeks), "utf-8")
    columns = event_log.Columns(
        case="Ordernummer",
        activity="Stap",
        time="Tijdstip",
        role="Rol",
        attributes=("Soort", "Formulier"),
    )
    found = event_log.read(source, into=folder / "patterns.log", columns=columns)
    return evidence.add_normalised(
        organisation=organisation,
        name="Orders 2026",
        purpose="To see when it goes well",
        folder=found.path,
        generated=generated,
    )


def text(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "en": en}


def pattern(**changed: Any) -> dict[str, Any]:
    """Return a pattern as it is stored, with what a test changes in it."""
    told: dict[str, Any] = {
        "features": [
            {"kind": "yes", "values": {"name": "formulier"}, **text("formulier: ja", "form: yes")},
        ],
        "sentences": [
            text(
                "Als bij formulier 'ja' staat, zijn 8 van de 10 casussen binnen 2 dagen klaar; "
                "bij vergelijkbare casussen 4 van de 10.",
                "When form is 'yes', 8 of 10 cases are ready within 2 days; in comparable cases "
                "4 of 10.",
            ),
            text("Het verschil is zeker 21 op de 100.", "We are sure of at least 21 in every 100."),
            text("Dit weet je bij binnenkomst.", "You know this on arrival."),
        ],
        "text": text("Als ...", "When ..."),
        "landmark": {"source": "arrival", **text("bij binnenkomst", "on arrival")},
        "goal": "within",
        "within": 172800.0,
        "cases": 320,
        "good": 260,
        "share": 0.81,
        "comparable_share": 0.38,
        "difference": 0.43,
        "at_least": 0.21,
        "p": 0.001,
        "e_value": 2.4,
        "stable": True,
        "quarters": [{"cases": 80, "good": 65, "difference": d} for d in (0.4, 0.35, 0.5, 0.45)],
        "by_type": [
            {"name": "Bed", "cases": 200, "good": 160},
            {"name": "Stoel", "cases": 120, "good": 100},
        ],
        "by_role": [{"name": "Balie", "cases": 320, "good": 260}],
        "goes_with": [text("begint met 'Bellen'", "begins with 'Call'")],
        "examples": [{"case": "a1b2c3d4", "week": "2026-03-02"}],
    }
    return told | changed


def passage(
    from_: str, to: str, good: float, other: float, *, sure: bool = False
) -> dict[str, Any]:
    return {
        "from": from_,
        "to": to,
        "cases": 300,
        "good_share": good,
        "other_share": other,
        "at_least": 0.1,
        "p": 0.01 if sure else 0.9,
        "sure": sure,
        "text": text(f"Van {from_} naar {to}.", f"From {from_} to {to}."),
    }


def answer(**changed: Any) -> dict[str, Any]:
    """Return what a search rests on, as it is stored."""
    links = [
        passage("Aanvraag", "Passen", 1.0, 0.95),
        passage("Passen", "Geleverd", 0.9, 0.6, sure=True),
        passage("Passen", "Passen", 0.05, 0.4, sure=True),
    ]
    told: dict[str, Any] = {
        "good": text("doorlooptijd hoogstens 2 dagen", "lead time at most 2 days"),
        "text": text("We vonden niets dat zeker is.", "We found nothing that is sure."),
        "caution": text("Dit gaat samen met goed gaan.", "This goes together with going well."),
        "cases": 800,
        "from": "2026-01-05",
        "until": "2026-04-26",
        "landmarks": [{"source": "arrival", **text("bij binnenkomst", "on arrival")}],
        "searched": 55,
        "detectable": 0.12,
        "false_findings": 0.05,
        "seed": 0,
        "notes": [text("Een opmerking.", "Something to keep in mind.")],
        "connections": {
            "text": text("1 verbinding verschilt.", "1 connection surely differs."),
            "links": [passage("Balie", "Planning", 0.8, 0.5, sure=True)],
            "notes": [],
        },
        "steps": {
            "text": text("2 overgangen verschillen.", "2 passages surely differ."),
            "links": links,
            "notes": [],
        },
    }
    return told | changed


def a_search(organisation: Organisation, *patterns: dict[str, Any], **changed: Any) -> Search:
    """Return a search that was answered, of a log that is open and has no events."""
    log = EventLog.objects.create(
        organisation=organisation,
        name="Orders 2026",
        generated=True,
        state=EventLog.State.READY,
        folder="1/orders.log",
        about={"cases": 800, "events": 2400, "case_attributes": ["Soort"], "roles": 2},
    )
    fields = {
        "log": log,
        "folder": log.folder,
        "good": "lead_time <= 2d",
        "by": "Soort",
        "landmarks": ["arrival"],
        "found": answer(),
        "computed": timezone.now(),
    }
    search = Search.objects.create(**(fields | changed))
    for place, told in enumerate(patterns, 1):
        Finding.objects.create(search=search, place=place, told=told)
    return search


def a_finding(organisation: Organisation, **changed: Any) -> Finding:
    """Return the one pattern of such a search."""
    return a_search(organisation, pattern(**changed)).findings.get()
