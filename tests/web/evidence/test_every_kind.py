"""Adding every kind of file: guessed with how sure, corrected in one place, asked when open."""

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pyarrow import parquet

from beide.web.evidence.models import EventLog
from tests.web.evidence.logs import consent, csv_file, orders
from tests.web.people import World

Post = Callable[..., Any]
CHOSEN = {
    "case": "Ordernummer",
    "activity": "Stap",
    "time": "Tijdstip",
    "role": "Rol",
    "zone": "Europe/Amsterdam",
}
TABLE = [line.split(";") for line in orders().splitlines()]


@pytest.fixture(autouse=True)
def agreed(world: World) -> None:
    consent(world.noord)


def send(anna: Client, posted: Post, file: SimpleUploadedFile) -> str:
    told = {"purpose": "To learn", "file": file}
    address: str = posted(anna, "/o/noord/evidence/new/", told)["Location"]
    return address


def workbook(*sheets: str) -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        page = book.create_sheet(name)
        for row in TABLE if name == "Export" else [["niets"], ["hier"]]:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("orders.xlsx", out.getvalue())


def columns_file() -> SimpleUploadedFile:
    held = dict(zip(TABLE[0], zip(*TABLE[1:], strict=True), strict=True))
    out = io.BytesIO()
    parquet.write_table(pa.table({name: list(values) for name, values in held.items()}), out)
    return SimpleUploadedFile("orders.parquet", out.getvalue())


def objects(types: tuple[str, ...]) -> SimpleUploadedFile:
    """Return OCEL 2.0 in JSON: each event touches one object of every type."""
    told = {
        "objectTypes": [{"name": name, "attributes": []} for name in types],
        "eventTypes": [{"name": "Aanvraag", "attributes": []}],
        "objects": [
            {"id": f"{name}-{at}", "type": name, "attributes": [], "relationships": []}
            for name in types
            for at in range(6)
        ],
        "events": [
            {
                "id": f"e{at}",
                "type": "Aanvraag",
                "time": f"2026-09-0{at + 1}T09:00:00Z",
                "attributes": [],
                "relationships": [{"objectId": f"{name}-{at}", "qualifier": ""} for name in types],
            }
            for at in range(6)
        ],
    }
    return SimpleUploadedFile("orders.json", json.dumps(told).encode())


def only_log() -> EventLog:
    return EventLog.objects.get()


@pytest.mark.parametrize(
    "make", [lambda: workbook("Export"), columns_file], ids=["xlsx", "parquet"]
)
def test_tables_of_other_kinds(anna: Client, posted: Post, make: Callable[[], Any]) -> None:
    address = send(anna, posted, make())
    page = anna.get(address).content.decode()
    assert '<option value="Tijdstip" selected>' in page
    assert "Guessed, and quite sure" in page
    assert "Geleverd" in page
    posted(anna, address, CHOSEN)
    assert only_log().about["cases"] == 160


def test_tabs_and_no_name(anna: Client, posted: Post) -> None:
    text = orders().replace(";", "\t").encode()
    address = send(anna, posted, SimpleUploadedFile("orders 2026.tsv", text))
    posted(anna, address, CHOSEN)
    log = only_log()
    assert (log.name, log.is_ready) == ("orders 2026", True)


def test_another_sheet_is_chosen(anna: Client, posted: Post) -> None:
    address = send(anna, posted, workbook("Uitleg", "Export"))
    assert "Which sheet" in anna.get(address).content.decode()
    answer = anna.post(address, {"again": "1", "sheet": "Export"})
    assert answer["Location"] == address
    assert '<option value="Stap" selected>' in anna.get(address).content.decode()
    posted(anna, address, CHOSEN)
    assert only_log().about["sheet"] == "Export"


def test_another_encoding_is_chosen(anna: Client, posted: Post) -> None:
    text = orders().replace("Aanvraag", "Geëist").encode("cp850")
    address = send(anna, posted, csv_file_of(text))
    assert "Geëist" not in anna.get(address).content.decode()
    anna.post(address, {"again": "1", "encoding": "cp850"})
    assert "Geëist" in anna.get(address).content.decode()
    posted(anna, address, CHOSEN)
    assert only_log().about["encoding"] == "cp850"


def csv_file_of(text: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("orders.csv", text)


def test_the_zone_and_the_last_steps(anna: Client, posted: Post) -> None:
    address = send(anna, posted, csv_file())
    assert '<option value="Europe/Amsterdam" selected>' in anna.get(address).content.decode()
    posted(anna, address, {**CHOSEN, "zone": "Asia/Tokyo", "ends": "Geleverd"})
    about = only_log().about
    assert about["zone_assumed"] == "Asia/Tokyo"
    assert about["ends"] == ["Geleverd"]
    assert about["ends_given"]


def test_objects_of_one_type(anna: Client, posted: Post) -> None:
    address = send(anna, posted, objects(("order",)))
    assert "This file says itself what is what." in anna.get(address).content.decode()
    posted(anna, address, {"zone": "UTC"})
    assert only_log().about["cases"] == 6


def test_several_types_are_asked_about(anna: Client, posted: Post) -> None:
    address = send(anna, posted, objects(("order", "pakket")))
    posted(anna, address, {"zone": "UTC"})
    page = anna.get(address).content.decode()
    assert "Choose below which kind" in page
    assert "pakket (6)" in page
    posted(anna, address, {"zone": "UTC", "object_type": "pakket"})
    assert only_log().is_ready


def test_a_database_file_asks_for_its_table(anna: Client, posted: Post, tmp_path: Path) -> None:
    place = tmp_path / "orders.sqlite"
    with sqlite3.connect(place) as database:
        names = ", ".join(f'"{name}"' for name in TABLE[0])
        database.execute(f"CREATE TABLE stappen ({names})")
        database.execute("CREATE TABLE anders (niets)")
        database.executemany("INSERT INTO stappen VALUES (?, ?, ?, ?)", TABLE[1:])
    database.close()
    file = SimpleUploadedFile("orders.sqlite", place.read_bytes())
    address = send(anna, posted, file)
    page = anna.get(address).content.decode()
    assert "Fill in below which one" in page
    anna.post(address, {"again": "1", "table": "stappen"})
    posted(anna, address, CHOSEN)
    assert only_log().about["cases"] == 160


def test_damaged_files_are_told(anna: Client, posted: Post) -> None:
    for name in ("orders.xlsx", "orders.parquet", "orders.json"):
        address = send(anna, posted, SimpleUploadedFile(name, b"no such file"))
        page = anna.get(address)
        if b"cannot be used" not in page.content:
            posted(anna, address, {"zone": "UTC"})
            page = anna.get(address)
        assert name in page.content.decode()
        EventLog.objects.all().delete()
