"""From a file to a log that is ready: send, choose columns, read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beide.web.evidence.models import Analysis, EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import consent, csv_file, files_under, orders, xes_file
from tests.web.people import World

Post = Callable[..., Any]
ADD = "/o/noord/evidence/new/"
CHOSEN = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip", "role": "Rol"}


def send(client: Client, post: Post, file: object, **more: object) -> Any:
    return post(client, ADD, {"name": "Orders", "purpose": "To learn", "file": file, **more})


def only_log() -> EventLog:
    return EventLog.objects.get()


def test_csv_from_file_to_ready(world: World, anna: Client, posted: Post, home: Path) -> None:
    consent(world.noord)
    answer = send(anna, posted, csv_file())
    log = only_log()
    assert answer["Location"] == f"/o/noord/evidence/{log.pk}/columns/"
    page = anna.get(answer["Location"])
    assert '<option value="Tijdstip" selected>' in page.content.decode()
    assert "Geleverd" in page.content.decode()
    answer = posted(anna, answer["Location"], CHOSEN)
    assert answer["Location"] == f"/o/noord/evidence/{log.pk}/progress/"
    assert anna.get(answer["Location"])["Location"] == f"/o/noord/evidence/{log.pk}/"
    log.refresh_from_db()
    assert log.is_ready
    assert log.about["cases"] == 160
    assert log.lead_times["cases"] == 160
    assert Analysis.objects.get().kind == Analysis.Kind.LEAD_TIMES


@pytest.mark.parametrize("name", ["orders.csv.gz", "ORDERS.CSV"])
def test_packed_and_shouted_names(world: World, anna: Client, posted: Post, name: str) -> None:
    consent(world.noord)
    send(anna, posted, csv_file(name=name))
    posted(anna, f"/o/noord/evidence/{only_log().pk}/columns/", CHOSEN)
    assert only_log().is_ready


def test_xes_asks_nothing(world: World, anna: Client, posted: Post) -> None:
    consent(world.noord)
    send(anna, posted, xes_file())
    address = f"/o/noord/evidence/{only_log().pk}/columns/"
    page = anna.get(address).content.decode()
    assert "nothing to choose" in page
    assert "org:role" in page
    posted(anna, address)
    log = only_log()
    assert log.is_ready
    assert log.about["columns"]["role"] == "org:role"


def test_nothing_of_a_person_stays(world: World, anna: Client, posted: Post, home: Path) -> None:
    consent(world.noord)
    send(anna, posted, xes_file())
    posted(anna, f"/o/noord/evidence/{only_log().pk}/columns/")
    assert all(b"Jansen" not in path.read_bytes() for path in files_under(home))
    assert "Jansen" not in str(only_log().about)
    page = anna.get(f"/o/noord/evidence/{only_log().pk}/").content.decode()
    assert "About people" in page
    assert "org:resource" in page


def test_the_file_goes_when_it_is_read(
    world: World, anna: Client, posted: Post, home: Path
) -> None:
    consent(world.noord)
    send(anna, posted, csv_file())
    assert len(list(files_under(home / "files"))) == 1
    posted(anna, f"/o/noord/evidence/{only_log().pk}/columns/", CHOSEN)
    assert not list(files_under(home / "files"))
    assert not only_log().file


def test_stored_under_a_random_name(world: World, anna: Client, posted: Post, home: Path) -> None:
    consent(world.noord)
    send(anna, posted, csv_file(name="../../secret/Mijn orders.csv"))
    (stored,) = files_under(home)
    assert stored.parent == home / "files" / "uploads"
    assert "orders" not in stored.name
    assert stored.suffix == ".csv"
    assert stored.stat().st_mode & 0o077 == 0
    assert only_log().source == "Mijn orders.csv"


def test_rows_are_shown_to_choose_from(world: World, anna: Client, posted: Post) -> None:
    consent(world.noord)
    send(anna, posted, csv_file(orders(weeks=2)))
    page = anna.get(f"/o/noord/evidence/{only_log().pk}/columns/").content.decode()
    assert page.count("<td>Planning</td>") == 20


def test_events_to_leave_out_are_reported(world: World, anna: Client, posted: Post) -> None:
    consent(world.noord)
    send(anna, posted, csv_file())
    address = f"/o/noord/evidence/{only_log().pk}/columns/"
    posted(anna, address, {**CHOSEN, "drop_activities": "Nazorg\n\n"})
    assert only_log().about["dropped"]["activities"] == {"Nazorg": 1}
    page = anna.get(f"/o/noord/evidence/{only_log().pk}/").content.decode()
    assert "“Nazorg”, as you asked" in page


def test_a_lead_may_add_and_a_member_not(world: World, signed_in: As) -> None:
    consent(world.noord)
    assert signed_in(world.lex).get(ADD).status_code == 200
    assert signed_in(world.mia).get(ADD).status_code == 403
    assert signed_in(world.otto).get(ADD).status_code == 404
