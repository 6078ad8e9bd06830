"""Adding next month's export by hand: what is new is added once, and told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beide.web.evidence import actions, feeding
from beide.web.evidence.models import Addition, EventLog, Promise
from beide.web.jobs.models import Job
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, by_region, csv_file, files_under, orders
from tests.web.people import World

Post = Callable[..., Any]
CHOSEN = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip", "role": "Rol"}


@pytest.fixture
def read(world: World, anna: Client, posted: Post) -> EventLog:
    """A log of four weeks that was read from a file."""
    file = csv_file(orders(weeks=4, late=0))
    told = {"purpose": "To learn", "generated": "on", "file": file}
    address = posted(anna, "/o/noord/evidence/new/", told)["Location"]
    posted(anna, address, CHOSEN)
    return EventLog.objects.get()


def send(anna: Client, posted: Post, log: EventLog, text: str, name: str = "october.csv") -> str:
    address = f"/o/noord/evidence/{log.pk}/more/"
    posted(anna, address, {"file": csv_file(text, name)})
    log.refresh_from_db()
    return anna.get(address).content.decode()


def test_next_month_is_added_and_told(read: EventLog, anna: Client, posted: Post) -> None:
    a_promise(read)
    page = send(anna, posted, read, orders(weeks=6, late=0))
    assert read.about["cases"] == 120
    # Of the last order in the first file, a late delivery comes again at the end of the second.
    assert "81 events were new, with 40 cases that the log did not have." in page
    assert "160 events were there already, and are there once." in page
    assert Promise.objects.get().over_time["cases"] == 120


def test_the_same_file_changes_nothing(read: EventLog, anna: Client, posted: Post) -> None:
    before = (read.folder, read.about)
    page = send(anna, posted, read, orders(weeks=4, late=0), name="again.csv")
    assert (read.folder, read.about) == before
    assert "The log had this file already. Nothing changed." in page


def test_the_same_events_in_another_file(read: EventLog, anna: Client, posted: Post) -> None:
    before = (read.about["cases"], read.about["events"])
    page = send(anna, posted, read, orders(weeks=3, late=0))
    assert (read.about["cases"], read.about["events"]) >= before
    assert "with 0 cases that the log did not have" in page or "everything in it" in page


def test_a_broken_file_leaves_the_log_as_it_was(
    read: EventLog, anna: Client, posted: Post, home: Path
) -> None:
    before = (read.folder, read.about)
    page = send(anna, posted, read, "Ordernummer;Stap;Tijdstip;Rol\n1;A;straks;P\n")
    assert (read.folder, read.about) == before
    assert "It could not be added, and the log is as it was." in page
    assert "october.csv" in page
    assert "straks" in page
    assert not files_under(home / "files")
    assert {path.parent.name for path in files_under(home / "logs")} == {Path(read.folder).name}


def test_other_columns_are_told(read: EventLog, anna: Client, posted: Post) -> None:
    page = send(anna, posted, read, orders().replace("Tijdstip", "Moment"))
    assert "Tijdstip" in page
    assert read.about["cases"] == 80


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("a.pdf", b"x", "does not read"), ("a.csv", b"", "is empty"), (None, b"", "Choose a file.")],
)
def test_what_cannot_be_read_is_refused(
    read: EventLog, anna: Client, posted: Post, name: str | None, content: bytes, says: str
) -> None:
    file = {"file": SimpleUploadedFile(name, content)} if name else {}
    answer = posted(anna, f"/o/noord/evidence/{read.pk}/more/", file)
    assert says in answer.content.decode()
    assert not Addition.objects.exists()


def test_what_else_is_kept_stays_kept(world: World, anna: Client, posted: Post) -> None:
    file = csv_file(by_region(orders(weeks=8, late=0)))
    told = {"purpose": "To learn", "generated": "on", "file": file}
    address = posted(anna, "/o/noord/evidence/new/", told)["Location"]
    assert 'name="attributes"' in anna.get(address).content.decode()
    posted(anna, address, {**CHOSEN, "attributes": ["Regio", "Rol"]})
    log = EventLog.objects.get()
    assert log.about["case_attributes"] == ["Regio"]
    send(anna, posted, log, by_region(orders(weeks=9, late=0)))
    assert (log.about["cases"], log.about["case_attributes"]) == (180, ["Regio"])


def test_two_at_once_lose_nothing(
    read: EventLog, anna: Client, posted: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one export is read, another one is added; the first then begins anew."""
    kept = feeding._keep
    times: list[bool] = []

    def other_first(log: EventLog, found: Any) -> bool:
        if not times:
            times.append(True)
            send(anna, posted, EventLog.objects.get(), orders(weeks=5, late=0), "other.csv")
        return kept(log, found)

    monkeypatch.setattr(feeding, "_keep", other_first)
    extra = "Ordernummer;Stap;Tijdstip;Rol\n" + "".join(
        f"los-{at};Aanvraag;2026-09-08 10:0{at}:00;Planning\n" for at in range(6)
    )
    send(anna, posted, read, extra)
    assert read.about["cases"] == 106


def test_stop_removes_the_file(read: EventLog, anna: Client, posted: Post, home: Path) -> None:
    anna.post(f"/o/noord/evidence/{read.pk}/more/", {"file": csv_file(orders(weeks=6))})
    assert files_under(home / "files")
    assert b"Stop reading" in anna.get(f"/o/noord/evidence/{read.pk}/more/").content
    posted(anna, f"/o/noord/evidence/{read.pk}/more/stop/")
    assert not files_under(home / "files")
    assert Job.objects.latest("pk").state == Job.State.CANCELLED
    assert not Addition.objects.exists()


def test_it_goes_with_its_log(
    read: EventLog, anna: Client, home: Path, django_capture_on_commit_callbacks: Any
) -> None:
    anna.post(f"/o/noord/evidence/{read.pk}/more/", {"file": csv_file(orders(weeks=6))})
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_log(log=read)
    assert not Addition.objects.exists()
    assert not files_under(home)


def test_a_log_that_was_made_elsewhere_takes_nothing(
    log: EventLog, anna: Client, posted: Post
) -> None:
    address = f"/o/noord/evidence/{log.pk}/more/"
    assert "Nothing can be added to this log." in anna.get(address).content.decode()
    posted(anna, address, {"file": csv_file()})
    assert not Addition.objects.exists()


def test_dutch_and_closed(read: EventLog, world: World, signed_in: As) -> None:
    address = f"/o/noord/evidence/{read.pk}/more/"
    page = signed_in(world.anna, language="nl").get(address).content.decode()
    assert "Voeg de volgende export toe aan dit log" in page
    assert signed_in(world.mia).get(address).status_code == 403
    assert signed_in(world.otto).get(address).status_code == 404
    EventLog.objects.update(generated=False)
    assert signed_in(world.anna).get(address).status_code == 302
