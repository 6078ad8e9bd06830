"""Newer exports are added each night, from a folder or a database that the host named."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from beide.web.evidence import tasks
from beide.web.evidence.models import EventLog, Promise, Source
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, csv_file, orders
from tests.web.people import World

Post = Callable[..., Any]
CHOSEN = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip", "role": "Rol"}


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    monkeypatch.setenv("BEIDE_SOURCES", f"orders = {folder}; weg=/no/such/folder")
    return folder


@pytest.fixture
def read(world: World, anna: Client, posted: Post) -> EventLog:
    """A log of four weeks that was read from a file."""
    file = csv_file(orders(weeks=4, late=0))
    told = {"purpose": "To learn", "generated": "on", "file": file}
    address = posted(anna, "/o/noord/evidence/new/", told)["Location"]
    posted(anna, address, CHOSEN)
    return EventLog.objects.get()


def follow(anna: Client, posted: Post, log: EventLog, **more: str) -> Any:
    return posted(anna, f"/o/noord/evidence/{log.pk}/source/", {"place": "orders", **more})


def test_what_is_new_is_added_once(
    read: EventLog, anna: Client, posted: Post, exports: Path
) -> None:
    a_promise(read)
    (exports / "orders.csv").write_text(orders(weeks=6, late=0))
    follow(anna, posted, read)
    read.refresh_from_db()
    assert read.about["cases"] == 120
    assert Promise.objects.get().over_time["cases"] == 120
    folder = read.folder
    posted(anna, f"/o/noord/evidence/{read.pk}/source/read/")
    read.refresh_from_db()
    assert (read.about["cases"], read.folder) == (120, folder)
    assert Source.objects.get().added == 0


def test_it_is_planned_for_the_night(
    read: EventLog, anna: Client, posted: Post, exports: Path
) -> None:
    follow(anna, posted, read)
    source = Source.objects.get()
    assert source.due
    assert timezone.localtime(source.due).hour == 3
    assert source.due > timezone.now()


def test_only_the_planned_reading_reads(
    read: EventLog,
    anna: Client,
    posted: Post,
    exports: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    follow(anna, posted, read)
    source = Source.objects.get()
    first = source.job_id
    tasks.read_source_at_night.call(source.pk, "2020-01-01T03:00:00+00:00")
    source.refresh_from_db()
    assert source.job_id == first
    assert source.due
    tasks.read_source_at_night.call(source.pk, source.due.isoformat())
    source.refresh_from_db()
    assert source.job_id != first


def test_a_broken_file_leaves_the_log_as_it_was(
    read: EventLog, anna: Client, posted: Post, exports: Path
) -> None:
    before = (read.folder, read.about)
    (exports / "orders.csv").write_text("Ordernummer;Stap;Tijdstip;Rol\n1;A;straks;P\n")
    follow(anna, posted, read)
    read.refresh_from_db()
    assert (read.folder, read.about) == before
    page = anna.get(f"/o/noord/evidence/{read.pk}/source/").content.decode()
    assert "The log is as it was." in page
    assert "straks" in page


def test_a_folder_that_went_is_told(
    read: EventLog, anna: Client, posted: Post, exports: Path
) -> None:
    follow(anna, posted, read, place="weg")
    page = anna.get(f"/o/noord/evidence/{read.pk}/source/").content.decode()
    assert "BEIDE_SOURCES" in page


def test_links_are_not_followed(read: EventLog, anna: Client, posted: Post, exports: Path) -> None:
    secret = exports.parent / "secret.csv"
    secret.write_text(orders(weeks=6, late=0))
    (exports / "orders.csv").symlink_to(secret)
    follow(anna, posted, read)
    read.refresh_from_db()
    assert read.about["cases"] == 80


def test_from_a_database(
    read: EventLog, anna: Client, posted: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "erp.db"
    header, *rows = [line.split(";") for line in orders(weeks=6, late=0).splitlines()]
    with sqlite3.connect(place) as database:
        database.execute(f"CREATE TABLE steps ({', '.join(header)})")
        database.executemany("INSERT INTO steps VALUES (?, ?, ?, ?)", rows)
    database.close()
    monkeypatch.setenv("BEIDE_SOURCES", f"erp=sqlite:///{place}")
    assert "Fill in a table" in follow(anna, posted, read, place="erp").content.decode()
    follow(anna, posted, read, place="erp", table="steps")
    read.refresh_from_db()
    assert read.about["cases"] == 120


def test_no_place_says_what_to_do(
    read: EventLog, anna: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BEIDE_SOURCES", raising=False)
    page = anna.get(f"/o/noord/evidence/{read.pk}/source/").content.decode()
    assert "There is no place to read from yet." in page


def test_a_place_of_another_organisation_is_not_offered(
    read: EventLog, anna: Client, posted: Post, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEIDE_SOURCES", f"noord/eigen={exports}; zuid/geheim={exports}")
    page = anna.get(f"/o/noord/evidence/{read.pk}/source/").content.decode()
    assert '<option value="eigen"' in page
    assert "geheim" not in page
    follow(anna, posted, read, place="zuid/geheim")
    assert not Source.objects.exists()


def test_stop(read: EventLog, anna: Client, posted: Post, exports: Path) -> None:
    follow(anna, posted, read)
    posted(anna, f"/o/noord/evidence/{read.pk}/source/leave/")
    assert not Source.objects.exists()
    assert EventLog.objects.get().is_ready


def test_administrators_only(read: EventLog, world: World, signed_in: As, exports: Path) -> None:
    address = f"/o/noord/evidence/{read.pk}/source/"
    assert signed_in(world.lex).get(address).status_code == 403
    assert signed_in(world.otto).get(address).status_code == 404
