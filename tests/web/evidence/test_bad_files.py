"""Files that cannot be read: a clear sentence, nothing half-written, and a way to try again."""

import gzip
import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from beide.web.evidence.models import EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import HEADER, consent, csv_file, files_under, orders
from tests.web.people import World

Post = Callable[..., Any]
ADD = "/o/noord/evidence/new/"
CHOSEN = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip", "role": "Rol"}


def text_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def send(client: Client, post: Post, file: object) -> Any:
    return post(client, ADD, {"name": "My orders", "purpose": "To learn", "file": file})


def read(client: Client, post: Post, file: object, **chosen: object) -> Any:
    """Send a file, choose its columns, and return the page where one ends up."""
    send(client, post, file)
    address = f"/o/noord/evidence/{EventLog.objects.get().pk}/columns/"
    post(client, address, {**CHOSEN, **chosen})
    return client.get(address)


@pytest.fixture(autouse=True)
def agreed(world: World) -> None:
    consent(world.noord)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("orders.pdf", b"PK", "Beide does not read “orders.pdf”"),
        ("orders", b"a;b", "Beide does not read “orders”"),
        ("orders.csv", b"", "“orders.csv” is empty"),
    ],
)
def test_refused_at_the_door(
    anna: Client, posted: Post, home: Path, name: str, content: bytes, says: str
) -> None:
    answer = send(anna, posted, SimpleUploadedFile(name, content))
    assert answer.status_code == 200
    assert says in text_of(answer)
    assert 'value="My orders"' in text_of(answer)
    assert not EventLog.objects.exists()
    assert not list(files_under(home))


def test_too_large(anna: Client, posted: Post, home: Path, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 1000
    answer = send(anna, posted, csv_file())
    assert "is larger than" in text_of(answer)
    assert not list(files_under(home))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", HEADER.encode(), "no rows under its header"),
        ("a.csv", b"\x00\x01\x02\x03", "it is not text"),
        ("a.csv", b"Stap;Stap;Tijdstip\n1;2;3\n", "2 columns named 'Stap'"),
        ("a.csv.gz", b"\x1f\x8bnonsense that is not gzip", "the packed file is damaged"),
        ("a.xes", b"just some words", "it does not begin like XML"),
    ],
)
def test_nothing_to_choose_from(
    anna: Client, posted: Post, name: str, content: bytes, says: str
) -> None:
    send(anna, posted, SimpleUploadedFile(name, content))
    page = text_of(anna.get(f"/o/noord/evidence/{EventLog.objects.get().pk}/columns/"))
    assert "This file cannot be used as it is" in page
    assert says in page
    assert name in page


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv.gz", gzip.compress(orders(weeks=60, a_week=300).encode())[:-4000], "cut off"),
        ("a.csv", orders().replace("2026-09-11 09:03:00", "soon").encode(), "'soon'"),
        ("a.csv", (HEADER + "\n1;Aanvraag;2026-01-01;P;too much\n").encode(), "5 values"),
        ("a.xes", b"<log><trace></log>", "XML"),
        ("a.xes", b"<html><body/></html>", "no event log"),
        ("a.xes", b'<?xml version="1.0"?><log></log>', "Too little"),
    ],
)
def test_fails_while_reading(
    anna: Client, posted: Post, home: Path, name: str, content: bytes, says: str
) -> None:
    page = text_of(read(anna, posted, SimpleUploadedFile(name, content)))
    log = EventLog.objects.get()
    assert log.state == EventLog.State.FAILED
    assert says in page
    assert "The file could not be read" in page
    assert not list(files_under(home / "logs"))
    assert len(list(files_under(home / "files"))) == 1


def test_the_message_names_the_file_as_the_person_did(anna: Client, posted: Post) -> None:
    content = orders().replace("2026-09-11 09:03:00", "soon")
    page = text_of(read(anna, posted, csv_file(content, "Orders mei.csv")))
    assert "Orders mei.csv, row" in page
    assert "column 'Tijdstip'" in page


def test_in_dutch(world: World, signed_in: As, posted: Post) -> None:
    anna = signed_in(world.anna, language="nl")
    content = orders().replace("2026-09-11 09:03:00", "straks")
    page = text_of(read(anna, posted, csv_file(content)))
    assert "'straks' is geen" in page
    assert "Het bestand is niet gelezen" in page


def test_one_column_for_two_things(anna: Client, posted: Post) -> None:
    send(anna, posted, csv_file())
    log = EventLog.objects.get()
    address = f"/o/noord/evidence/{log.pk}/columns/"
    answer = posted(
        anna, address, {**CHOSEN, "activity": "Ordernummer", "drop_activities": "Nazorg"}
    )
    assert "You chose “Ordernummer” for “The case” too" in text_of(answer)
    assert "Nazorg</textarea>" in text_of(answer)
    assert '<option value="Tijdstip" selected>' in text_of(answer)


def test_missing_column_chosen(anna: Client, posted: Post) -> None:
    send(anna, posted, csv_file())
    address = f"/o/noord/evidence/{EventLog.objects.get().pk}/columns/"
    answer = posted(anna, address, {**CHOSEN, "time": "Datum"})
    assert "Datum" in text_of(answer)
    assert EventLog.objects.get().state == EventLog.State.UPLOADED


def test_choices_are_kept_for_another_try(anna: Client, posted: Post) -> None:
    text = orders().replace("Planning", "Planning", 1).replace(HEADER, "A;B;C;D")
    chosen = {"case": "A", "activity": "B", "time": "D", "role": "C"}
    page = text_of(read(anna, posted, csv_file(text), **chosen))
    assert '<option value="D" selected>' in page
    log = EventLog.objects.get()
    address = f"/o/noord/evidence/{log.pk}/columns/"
    posted(anna, address, {**chosen, "time": "C", "role": "D"})
    log.refresh_from_db()
    assert log.is_ready
    assert log.problem == {}


def test_a_column_of_people_is_refused(anna: Client, posted: Post) -> None:
    text = orders().replace(HEADER, "Ordernummer;Stap;Tijdstip;Medewerker")
    page = text_of(read(anna, posted, csv_file(text), role="Medewerker"))
    assert "so they are covered and are not read: Medewerker" in page
    assert '<option value="Medewerker"' not in page
    assert EventLog.objects.get().state == EventLog.State.UPLOADED


def test_open_dates_are_asked_about(anna: Client, posted: Post) -> None:
    rows = [f"{number};Stap;0{number % 9 + 1}/03/2026 10:00;P" for number in range(20)]
    text = "\n".join([HEADER, *rows]) + "\n"
    page = text_of(read(anna, posted, csv_file(text)))
    assert "the day or the month first" in page
    assert "Day first" in page
    log = EventLog.objects.get()
    day_first = log.problem["data"]["day_first"]
    address = f"/o/noord/evidence/{log.pk}/columns/"
    assert "This field is required" in text_of(posted(anna, address, CHOSEN))
    posted(anna, address, {**CHOSEN, "time_format": day_first})
    log.refresh_from_db()
    assert log.is_ready
    assert log.about["from"].startswith("2026-03-01")


def test_rows_without_a_time_can_be_left_out(anna: Client, posted: Post) -> None:
    text = orders() + "99;Aanvraag;;Planning\n"
    page = text_of(read(anna, posted, csv_file(text)))
    assert "choose below to leave them out" in page
    log = EventLog.objects.get()
    posted(anna, f"/o/noord/evidence/{log.pk}/columns/", {**CHOSEN, "drop_missing": "on"})
    log.refresh_from_db()
    assert log.about["dropped"]["rows_without_value"] == 1
