"""Exporting everything, and erasing everything."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from pytest_django import Settings

from beide.web.evidence.models import EventLog
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment, Round
from beide.web.organisation.belongings import kinds
from beide.web.organisation.models import Invitation, Membership, Organisation, Team
from beide.web.team_sessions.models import Session, Topic
from beide.web.tensions.models import Recognition, Tension
from tests.web.conftest import As
from tests.web.people import World, make_world

# People can be in several organisations; a reflection made alone is in none.
SHARED = {"accounts", "reflections"}


@pytest.fixture
def full(world: World, settings: Settings, tmp_path: Path) -> World:
    """Noord with a little of much, and files."""
    settings.LOGS_ROOT = tmp_path / "logs"
    folder = tmp_path / "logs" / str(world.noord.pk) / "a.log"
    folder.mkdir(parents=True)
    (folder / "events.parquet").write_bytes(b"events")
    signed = Tension.objects.create(
        organisation=world.noord, author=world.mia, what="Ondertekend", origin="ai"
    )
    Tension.objects.create(organisation=world.noord, what="Anoniem", origin="ai")
    Tension.objects.create(organisation=world.zuid, what="Van Zuid", origin="ai")
    Recognition.objects.create(tension=signed, membership=world.ben)
    initiative = Initiative.objects.create(
        organisation=world.noord, form="transition", title="Gesprek", stage="explore"
    )
    first = Round.objects.create(initiative=initiative, number=1, question="Hoe?")
    Experiment.objects.create(
        initiative=initiative,
        round=first,
        title="Proef",
        believe="a",
        attempt="b",
        will_see="c",
        stops_when="d",
    )
    Invitation.objects.create(
        organisation=world.noord, email="sanne@noord.example", token_hash="geheim"
    )
    log = EventLog(organisation=world.noord, name="Orders")
    log.file.save("orders.csv", ContentFile(b"case;step"))
    return world


def unpacked(world: World, signed_in: As) -> dict[str, str]:
    answer: Any = signed_in(world.anna).post("/o/noord/settings/export/")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_kind_of_thing_belongs_to_an_organisation() -> None:
    rooms = {name.rpartition(".")[2] for name in django_settings.ROOMS} - SHARED
    found = {kind.model for kind in kinds()}
    missing = [
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in rooms and model not in found
    ]
    assert missing == []


def test_export_holds_rows_and_files_of_this_organisation_only(full: World, signed_in: As) -> None:
    files = unpacked(full, signed_in)
    tensions = [json.loads(line) for line in files["tensions.tension.jsonl"].splitlines()]
    assert {row["fields"]["what"] for row in tensions} == {"Ondertekend", "Anoniem"}
    assert files["logs/a.log/events.parquet"] == "events"
    assert [text for name, text in files.items() if name.startswith("files/")] == ["case;step"]
    assert "network.experiment.jsonl" in files


def test_people_are_numbers_outside_people_json(full: World, signed_in: As) -> None:
    files = unpacked(full, signed_in)
    people = json.loads(files.pop("people.json"))
    assert {"membership": full.mia.pk, "name": "Mia", "email": "mia@noord.example"} in people[
        "members"
    ]
    rest = "".join(text for name, text in files.items() if name.endswith(".jsonl"))
    assert "noord.example" not in rest
    assert "geheim" not in rest


def test_export_does_not_say_who_recognised(full: World, signed_in: As) -> None:
    row = json.loads(unpacked(full, signed_in)["tensions.recognition.jsonl"])
    assert set(row["fields"]) == {"tension"}


def test_export_holds_what_a_session_showed_and_not_what_people_answered(
    full: World, signed_in: As
) -> None:
    session = Session.objects.create(
        organisation=full.noord, guide=full.gijs, code="KM74QX", result_from=5, spread_from=8
    )
    tension = Tension.objects.get(what="Anoniem")
    topic = Topic.objects.create(session=session, place=1, tension=tension, bank="1x32")
    topic.rounds.create(number=1, shown={"covered": None}, counts={"a": [0, 0, 1, 0, 4]})
    session.seats.create(key="een-stoel")
    topic.sheets.create(key="een-blad").answers.create(
        round=1, position=0, statement="een-stelling", value=3
    )
    files = unpacked(full, signed_in)
    shown = json.loads(files["team_sessions.round.jsonl"])
    assert set(shown["fields"]) == {"topic", "number", "shown"}
    kept = "".join(text for name, text in files.items() if name != "people.json")
    assert not [
        word for word in ("een-stoel", "een-blad", "een-stelling", "KM74QX") if word in kept
    ]
    assert "team_sessions.session.jsonl" in files


def test_erasing_asks_for_the_name(full: World, signed_in: As) -> None:
    page = signed_in(full.anna).post("/o/noord/settings/erase/", {"name": "Zuid"})
    assert "This is not the name." in page.content.decode()
    assert Organisation.objects.filter(slug="noord").exists()


@pytest.mark.django_db(transaction=True)
def test_erasing_leaves_nothing(
    signed_in: As, settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    world = full.__wrapped__(make_world(), settings, tmp_path)  # type: ignore[attr-defined]
    upload = Path(EventLog.objects.get().file.path)
    answer = signed_in(world.anna).post("/o/noord/settings/erase/", {"name": " noord "})
    assert answer["Location"] == "/mine/"
    assert [kind.label for kind in kinds() if kind.rows(world.noord).exists()] == []
    assert not (tmp_path / "logs" / str(world.noord.pk)).exists()
    assert not upload.exists()
    assert list(Organisation.objects.values_list("slug", flat=True)) == ["zuid"]
    assert Membership.objects.get().person == world.otto.person
    assert Tension.objects.get().what == "Van Zuid"
    assert not Team.objects.exists()
